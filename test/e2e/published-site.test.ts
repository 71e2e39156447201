/** The site that `publish` makes, in a browser without the extension: plain pages on any web server. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import puppeteer, { type Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishFiles } from "../../lib/feeds/publish/publish-files.ts";
import { digestOf } from "../live/build-digests.ts";
import { accessibilityProblems } from "./axe.ts";
import { findBrowser } from "./harness/browsers.ts";

const TYPES: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  json: "application/json",
  xml: "application/xml",
};

const chromium = findBrowser("chromium");

let server: Server;
let origin: string;
beforeAll(async () => {
  const digests = ["2026-11-20", "2026-11-19", "2026-10-30"].map((date) => digestOf(date));
  const files = await publishFiles({ title: "Hot Papers", digests });
  server = createServer((request, response) => {
    if (request.url === "/favicon.ico") {
      response.writeHead(204).end(); // browsers ask for it by themselves, once, and complain if there is none
      return;
    }
    const path = (request.url ?? "/").slice(1) || "index.html";
    const content = files.get(path);
    const type = TYPES[path.split(".").at(-1) ?? ""] ?? "text/plain";
    response.writeHead(content === undefined ? 404 : 200, { "content-type": type }).end(content);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe.skipIf(!chromium).each([
  ["light", false],
  ["dark", true],
])("the published site in Chromium, %s", (_, dark) => {
  let browser: Browser;
  beforeAll(async () => {
    // Root, as in containers, cannot have a sandbox.
    const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
    browser = await puppeteer.launch({ executablePath: chromium!, headless: true, pipe: true, args });
  });
  afterAll(() => browser.close());

  const newPage = async () => {
    const page = await browser.newPage();
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
    return page;
  };

  test.each([
    "index.html",
    "archive.html",
    "about.html",
    "days/2026-11-19.html",
    "months/2026-11.html",
    "categories/cs.LG.html",
  ])(
    "%s can be used by everyone, has its style, runs no script and breaks no rule of its own",
    async (path) => {
      const page = await newPage();
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("requestfailed", (request) => complaints.push(request.url()));
      await page.goto(`${origin}/${path}`);
      expect(await page.evaluate(() => document.scripts.length)).toBe(0);
      const [ink, paper] = await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        return [color, backgroundColor];
      });
      expect([ink, paper]).toEqual(
        dark ? ["rgb(245, 245, 244)", "rgb(28, 25, 23)"] : ["rgb(28, 25, 23)", "rgb(255, 255, 255)"],
      );
      // What is folded is looked at too.
      await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
      expect(complaints).toEqual([]);
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.close();
    },
  );

  test("a narrow page needs no sideways scrolling", async () => {
    const page = await newPage();
    await page.setViewport({ width: 320, height: 600 });
    await page.goto(`${origin}/index.html`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });
});
