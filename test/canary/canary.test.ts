/** The daily look at arXiv and the services, on our own arXiv. */
import { expect, test } from "vitest";
import { pageOf } from "../../lib/arxiv/page-kind.ts";
import { ownPage } from "../arxiv/saved-pages.ts";
import { arxivReply } from "../arxiv-host/arxiv.ts";
import { ARXIV, type Finding, lookAtArxiv, type Outside, readDoctor, reportOf } from "./canary.ts";
import { movedOn } from "./look-at-page.ts";
import { canaryPages } from "./pages.ts";
import { readRobots } from "./robots.ts";

/** A Sunday. */
const NOW = Date.UTC(2026, 10, 29, 5);
const PAGES = canaryPages(NOW);

/** Pages of each kind that we have under an address of their own. */
const OURS: Record<string, string> = {
  [PAGES["list-form"].path]: ownPage("list-form").html(),
  [PAGES["advanced-search"].path]: ownPage("search-older-versions").html(),
  [PAGES.author.path]: ownPage("author").html(),
  [PAGES.catchup.path]: ownPage("catchup").html(),
  [PAGES.html.path]: arxivReply(new URL("/html/1706.03762v1", ARXIV)).body,
  "/robots.txt": "User-agent: *\nDisallow: /user\nCrawl-delay: 15\n",
};

/** Our arXiv as the internet, with some answers changed. */
function world(changed: Record<string, string | number> = {}) {
  const asked: string[] = [];
  const waited: number[] = [];
  const outside: Outside = {
    now: () => NOW,
    wait: async (milliseconds) => waited.push(milliseconds),
    async fetch(address) {
      const url = new URL(address);
      const path = url.pathname + url.search;
      asked.push(path);
      const answer = changed[path] ?? OURS[path];
      if (typeof answer === "number") return new Response("", { status: answer });
      const { status = 200, body } = answer === undefined ? arxivReply(url) : { body: answer };
      return new Response(body, { status });
    },
  };
  return { outside, asked, waited };
}
const stateOf = (findings: readonly Finding[], what: string) =>
  findings.find((finding) => finding.what === what)?.state;

test("the page of each kind has an address that we take for this kind", () => {
  for (const [kind, { path }] of Object.entries(PAGES)) expect(pageOf(ARXIV + path)?.kind).toBe(kind);
  expect(PAGES.catchup.path).toBe("/catchup/cs.CL/2026-11-25");
  expect(canaryPages(Date.UTC(2026, 10, 27)).catchup.path).toBe("/catchup/cs.CL/2026-11-25");
  expect(canaryPages(Date.UTC(2026, 10, 26)).catchup.path).toBe("/catchup/cs.CL/2026-11-18");
});

test("all is well on arXiv as we know it, asked page by page with a pause", async () => {
  const { outside, asked, waited } = world();
  const findings = await lookAtArxiv(outside);
  expect(findings.map(({ what, state, words }) => [what, state, ...words])).toEqual(
    Object.keys(PAGES).map((kind) => [kind, "ok"]),
  );
  expect(asked).toEqual(["/robots.txt", ...Object.values(PAGES).map(({ path }) => path)]);
  expect(waited).toEqual(Object.keys(PAGES).map(() => 15_000));
});

test("a changed layout, a missing address and an empty page that is never empty have moved", async () => {
  const { outside } = world({
    [PAGES.abs.path]: arxivReply(new URL(PAGES.abs.path, ARXIV)).body.replaceAll('class="authors"', ""),
    [PAGES["list-new"].path]: ownPage("list-new-empty").html(),
    [PAGES["list-month"].path]: ownPage("list-empty").html(),
    [PAGES["list-year"].path]: 404,
    [PAGES.search.path]: arxivReply(new URL(PAGES.search.path, ARXIV)).body.replaceAll("is-marginless", ""),
  });
  const findings = await lookAtArxiv(outside);
  expect(findings.filter(({ state }) => state !== "ok").map(({ what, words }) => [what, ...words])).toEqual([
    ["abs", expect.stringContaining('expected "#abs > .authors, .abs-page > .abs-authors"')],
    ["list-month", expect.stringContaining("no papers")],
    ["list-year", "answered 404"],
    ["search", expect.stringContaining("4 of 4 entries")],
  ]);
  expect(reportOf(findings)).toMatch(/^## Moved\n\n- abs, https:\/\/arxiv\.org\/abs\/1706\.03762; expected/u);
});

test("an arXiv that is busy or down is not a change", async () => {
  const { outside } = world({ [PAGES.abs.path]: 429, [PAGES.author.path]: 503 });
  const findings = await lookAtArxiv(outside);
  expect([stateOf(findings, "abs"), stateOf(findings, "author")]).toEqual(["silent", "silent"]);
  const down: Outside = { ...outside, fetch: () => Promise.reject(new Error("no route")) };
  expect((await lookAtArxiv(down)).map(({ state }) => state)).toEqual(["silent"]);
});

test("what robots.txt does not allow is not asked, and said so", async () => {
  const { outside, asked } = world({
    "/robots.txt": "User-agent: *\nDisallow: /search\nCrawl-delay: 20",
  });
  const findings = await lookAtArxiv(outside);
  expect([stateOf(findings, "search"), stateOf(findings, "advanced-search")]).toEqual(["left", "left"]);
  expect(asked.filter((path) => path.startsWith("/search"))).toEqual([]);
});

test("a redirect to where we look for no papers has moved", () => {
  const html = ownPage("abs").html();
  expect(movedOn({ url: "https://arxiv.org/paper/1706.03762", html, full: true })).toHaveLength(1);
  expect(movedOn({ url: "https://arxiv.org/abs/1706.03762", html, full: true })).toEqual([]);
});

test("robots.txt: the longest rule decides, of the group for all robots", () => {
  const { mayAsk, delay } = readRobots(
    "User-agent: evil\nDisallow: /\n\nUser-agent: good\nUser-agent: *\nDisallow: / # all\nAllow: /list\nDisallow: /*?skip=\nDisallow: /abs$\nAllow: /abs/",
  );
  expect(["/list/cs/new", "/list?skip=1", "/pdf/1", "/abs", "/abs/1"].map(mayAsk)).toEqual([
    true,
    false,
    false,
    false,
    true,
  ]);
  expect(delay).toBe(15);
  expect(readRobots("").mayAsk("/anything")).toBe(true);
});

test("the doctor's findings: another shape or address has moved, a service that is down has not", () => {
  const service = (status: number | undefined, schema: string, state = "failed") => ({
    service: "hackernews",
    state,
    status,
    schema,
    found: "",
  });
  const read = readDoctor(
    JSON.stringify([
      service(200, "as expected", "ok"),
      service(200, "unexpected shape at hits"),
      service(404, "not read"),
      service(503, "not read"),
      service(undefined, "not read"),
    ]),
  );
  expect(read.map(({ state }) => state)).toEqual(["ok", "moved", "moved", "silent", "silent"]);
});
