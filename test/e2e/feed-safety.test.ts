/** Feeds that mean harm: they stop nothing, lead nowhere, and learn nothing of an installation. */
import { mkdtempSync, rmSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ARXIV_HOSTS, arxivReply } from "../arxiv-host/arxiv.ts";
import { daysBefore, madeDigest } from "../made-feeds/made-digest.ts";
import { pointerFeed } from "../made-feeds/made-feeds.ts";
import type { FeedStatus } from "../../lib/messages/messages.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { archiveWhole, ask } from "./ask.ts";
import { browserNames } from "./harness/browsers.ts";
import { type Driver, launch } from "./harness/driver.ts";
import { needBrowser } from "./harness/need-browser.ts";
import { openWorld, type Reply, type World } from "./harness/world.ts";
import { until } from "./until.ts";

const GOOD = "good.example.org";
const BAD = "bad.example.org";
const MINUTE = 60_000;

const rss = (content: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>Hot Papers 2026-11-20</title>` +
  `<guid>a</guid><content:encoded><![CDATA[${content}]]></content:encoded></item></channel></rss>`;
/** What stopped the background once: nested repeats, nests without end. */
const POISON: Record<string, string> = {
  "/comments": `${"<!---->".repeat(60)}x`,
  "/nest": rss("<b>".repeat(2_000_000)),
  "/elements": rss("<b>x</b>".repeat(500_000)),
  "/instructions": `<?xml version="1.0"?>${"<?a?>".repeat(500_000)}x`,
  "/json": "[".repeat(3_000_000),
};
/** Where a feed would lead the browser. */
const HERE = "http://127.0.0.1:8765/admin";
const LEADING: Record<string, string> = {
  "/named": HERE,
  "/named-localhost": "http://localhost.:8765/admin",
  "/named-number": "http://2130706433:8765/admin",
  "/named-private": "https://192.168.1.1/admin",
};

describe.each(browserNames)("%s", (name) => {
  if (!needBrowser(name)) return;
  const profile = mkdtempSync(join(tmpdir(), "hot-papers-"));
  const digests = daysBefore(new Date().toISOString().slice(0, 10), 2).map((date) => madeDigest(date));
  const good = pointerFeed(digests, "Good papers");
  const headers: { host: string; headers: IncomingHttpHeaders }[] = [];
  let world: World;
  let driver: Driver;
  let options: Page;

  const badReply = (path: string): Reply => {
    const cors = { "access-control-allow-origin": "*" };
    if (path === "/silent") return { body: "", silent: true };
    if (path === "/redirect") return { status: 302, body: "", headers: { ...cors, location: HERE } };
    const to = LEADING[path];
    const day = { date: "2026-11-20", url: to };
    const body = to
      ? JSON.stringify({ version: 1, title: "T", generated_at: "", days: [day] })
      : POISON[path];
    return body === undefined ? { status: 404, body: "", headers: cors } : { body, headers: cors };
  };
  const reply = (url: URL, asked: IncomingHttpHeaders): Reply | undefined => {
    headers.push({ host: url.hostname, headers: asked });
    if (url.hostname === BAD) return badReply(url.pathname);
    if (url.hostname !== GOOD) return arxivReply(url);
    const body = good[url.pathname];
    const cors = { "access-control-allow-origin": "*" };
    return body === undefined ? { status: 404, body: "", headers: cors } : { body, headers: cors };
  };
  const open = async () => {
    driver = await launch(name, { profile, proxyPort: world.port });
    options = await driver.open(driver.extensionUrl("options.html"));
    await archiveWhole(options);
  };
  const hits = (path: string) =>
    world.hits.filter((url) => url.hostname === BAD && url.pathname === path).length;
  const feedAt = async (address: string): Promise<FeedStatus | undefined> =>
    (await ask(options, { type: "feedsStatus" })).feeds.find((feed) => feed.address === address);
  /** The longest that the background took for an answer until the feed's run has ended, in ms. */
  const longestUntil = async (isOver: () => Promise<boolean>) => {
    let longest = 0;
    for (let over = false; !over;) {
      const begun = performance.now();
      await ask(options, { type: "lookup", ids: ["2108.04840" as PaperId], group: "list" });
      longest = Math.max(longest, performance.now() - begun);
      over = await isOver();
    }
    return longest;
  };
  const originsSent = (host: string, from: number) =>
    headers.slice(from).flatMap((each) => (each.host === host ? [each.headers.origin] : []));

  beforeAll(async () => {
    world = await openWorld({ hosts: [...ARXIV_HOSTS, GOOD, BAD], reply });
    await open();
  });
  afterAll(async () => {
    await driver?.close();
    await world?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  test.each(Object.keys(POISON))(
    "the poison of %s is backed off, everything else is answered, and it goes",
    async (path) => {
      const address = `https://${BAD}${path}`;
      let answers = 0;
      const quiet = await longestUntil(() => Promise.resolve(++answers > 20)); // a busy machine is slow without any feed
      await ask(options, { type: "addFeed", address, title: path });
      const longest = await longestUntil(async () => (await feedAt(address))?.last !== undefined);
      // Without a limit of its reader the poison takes 45 s; less than a tenth of that is the machine's doing.
      expect(longest, `ms for an answer, ${quiet} without the poison`).toBeLessThan(
        Math.max(4000, 4 * quiet),
      );
      const feed = (await feedAt(address)) as FeedStatus;
      expect(feed.state.tone).toBe("bad");
      expect(feed.next).toBeGreaterThan(Date.now() + 2 * MINUTE);
      await ask(options, { type: "removeFeed", id: feed.id });
      expect(await feedAt(address)).toMatchObject({ removed: true });
    },
  );

  test("stopped during a feed's run, neither the next start nor a new browser asks that feed", async () => {
    const address = `https://${BAD}/silent`;
    await ask(options, { type: "addFeed", address, title: "Silent" });
    expect(await until(async () => hits("/silent") === 1)).toBe(true);
    expect(await feedAt(address)).toMatchObject({ running: true });
    await driver.stopBackground();
    expect(
      await until(async () => (await feedAt(address))?.state.text.includes("did not finish") === true),
    ).toBe(true);
    expect((await feedAt(address))?.next).toBeGreaterThan(Date.now() + 2 * MINUTE);
    await driver.kill();
    await open();
    expect(await feedAt(address)).toMatchObject({ running: false });
    expect(await until(async () => hits("/silent") > 1, 1500)).toBe(false);
    await ask(options, { type: "removeFeed", id: (await feedAt(address))?.id ?? "" });
  });

  test.each(["/redirect", ...Object.keys(LEADING)])(
    "a feed that leads to this machine by %s is refused, and nothing there is asked",
    async (path) => {
      const address = `https://${BAD}${path}`;
      const refused = world.refused.length;
      expect(await ask(options, { type: "checkFeed", address })).toMatchObject({ ok: false });
      await ask(options, { type: "addFeed", address, title: path });
      expect(await until(async () => (await feedAt(address))?.last !== undefined)).toBe(true);
      expect((await feedAt(address))?.state.tone).toBe("bad");
      expect(hits(path)).toBeGreaterThan(0);
      const local = /^(?:127\.|localhost|192\.168|2130706433)/u;
      expect(world.refused.slice(refused).filter((host) => local.test(host))).toEqual([]);
      await ask(options, { type: "removeFeed", id: (await feedAt(address))?.id ?? "" });
    },
  );

  test("an address on this machine is refused in the build that people install", async () => {
    const found = await ask(options, { type: "checkFeed", address: "127.0.0.1:8765" });
    expect(found).toMatchObject({ ok: false, text: expect.stringContaining("not encrypted") });
    expect(world.refused.filter((host) => host.startsWith("127."))).toEqual([]);
  });

  /** What a host was told of us, and the hosts that the options name for it. */
  async function told() {
    const address = `https://${GOOD}/v1/latest.json`;
    await ask(options, { type: "addFeed", address, title: "Good papers" });
    expect(await until(async () => (await feedAt(address))?.digests === 2)).toBe(true);
    const sent = new Set(originsSent(GOOD, 0));
    const { numbered } = await ask(options, { type: "feedsStatus" });
    return { sent, numbered };
  }

  test.runIf(name === "chromium")("a host learns no number of this installation in Chromium", async () => {
    const { sent, numbered } = await told();
    // All installations have the same name.
    expect([...sent].filter((origin) => origin && origin !== driver.extensionUrl("").slice(0, -1))).toEqual(
      [],
    );
    expect(numbered).toEqual([]);
  });

  test.runIf(name === "firefox")(
    "a host learns this installation's number in Firefox, until it is allowed",
    async () => {
      const { sent, numbered } = await told();
      expect([...sent]).toEqual([driver.extensionUrl("").slice(0, -1)]);
      expect(numbered).toContain(`https://${GOOD}/*`);

      await options.reload({ waitUntil: [] });
      const allow = options.locator("::-p-text(Allow, so that no number is sent)");
      const from = headers.length;
      await allow.click();
      expect(
        await until(async () => (await ask(options, { type: "feedsStatus" })).numbered.length === 0),
      ).toBe(true);
      await ask(options, { type: "refreshFeeds" });
      expect(await until(async () => originsSent(GOOD, from).length > 0)).toBe(true);
      expect(new Set(originsSent(GOOD, from))).toEqual(new Set([undefined]));
    },
  );
});
