import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parsePaperId } from "../../../lib/paper/paper-id.ts";
import { confirmBatch } from "../../../lib/live/sources/arxiv-batch.ts";
import { askList, listDate, readList } from "../../../lib/live/sources/arxiv-list.ts";
import { askNames, readNames } from "../../../lib/live/sources/arxiv-names.ts";
import { askOai, readOai, setOf } from "../../../lib/live/sources/arxiv-oai.ts";
import { askRss, MOST_ITEMS, readRss } from "../../../lib/live/sources/arxiv-rss.ts";
import { polite } from "../../../lib/live/sources/polite.ts";
import { startApiHost } from "../../api-host/host.ts";
import type { ApiHost } from "../../api-host/host.ts";
import { testOutside } from "../../api-host/outside.ts";
import { DATE, NOW, usualWorld } from "../../api-host/world.ts";
import { sharedPath, testWithShared } from "../../setup/shared.ts";

const id = (text: string) => parsePaperId(text)!.id;

let host: ApiHost;
beforeEach(async () => {
  host = await startApiHost(usualWorld(), () => NOW);
});
afterEach(() => host.close());

describe("names", () => {
  test("come with the primary category first, paragraphs kept and white space folded", async () => {
    const answer = await askNames(testOutside(), host.addresses, [id("2611.12345"), id("2611.12401")]);
    expect(answer).toMatchObject({ state: "ok", complete: true });
    const facts = answer.state === "ok" ? answer.facts : new Map();
    expect(facts.get("2611.12345")).toEqual({
      title: "Sparse Attention with Honest $O(n)$ Cost",
      authors: ["Ada Example", "Bo Sample"],
      categories: ["cs.LG", "stat.ML"],
      abstract:
        "We look at sparse attention with honest $o(n)$ cost.\n\nIn a second paragraph we say that it works.",
    });
    expect(facts.get("2611.12401")).toMatchObject({ title: "Small Models, Large Gains < Half" });
  });

  test("a paper that arXiv does not know has none, and costs the others nothing", async () => {
    const answer = await askNames(testOutside(), host.addresses, [id("2611.99999"), id("hep-th/9711200")]);
    expect(answer.state === "ok" && [...answer.facts.keys()]).toEqual(["hep-th/9711200"]);
  });

  test("says what it accepts: without it arXiv answers 406", async () => {
    await askNames(testOutside(), host.addresses, [id("2611.12345")]);
    expect(host.asked[0]?.headers["accept"]).toBe("application/atom+xml, */*");
  });

  test("a hundred papers a request", async () => {
    const ids = Array.from({ length: 150 }, (_, n) => id(`2611.${String(10_000 + n)}`));
    await askNames(testOutside(), host.addresses, ids);
    expect(host.asked).toHaveLength(2);
  });

  describe("of a hundred papers, some of which arXiv refuses", () => {
    const ids = Array.from({ length: 100 }, (_, n) => id(`2611.${String(10_001 + n)}`));
    const askWith = async (...refused: string[]) => {
      await host.close();
      const world = usualWorld();
      world.papers = ids.map((one) => ({ ...world.papers[0]!, id: one }));
      host = await startApiHost({ ...world, refused }, () => NOW);
      return askNames(testOutside(), host.addresses, ids);
    };

    test("one bad id costs only itself, and is named", async () => {
      const answer = await askWith("2611.10042");
      expect(answer).toMatchObject({ state: "ok", complete: true, notes: ["arXiv refuses 2611.10042"] });
      const named = answer.state === "ok" ? [...answer.facts.keys()] : [];
      expect(named.toSorted()).toEqual(ids.filter((one) => one !== "2611.10042"));
      expect(host.asked.length).toBeLessThanOrEqual(15);
    });

    test("so do two, and when all are refused arXiv has failed, which is not asked hundreds of times", async () => {
      const two = await askWith("2611.10001", "2611.10100");
      expect(two.state === "ok" && two.facts.size).toBe(98);
      expect(await askWith(...ids)).toMatchObject({ state: "failed", status: 400 });
      expect(host.asked).toHaveLength(40);
    });

    test("with few requests left it says how many papers are not named", async () => {
      await askWith("2611.10042");
      const answer = await askNames(testOutside(), host.addresses, ids, { most: 3 });
      expect(answer).toMatchObject({
        state: "ok",
        complete: false,
        notes: ["50 papers were not named: answered 400"],
      });
    });
  });

  test("an answer without any entry says nothing about papers that exist: arXiv has failed", async () => {
    host.instead = () => ({
      body: `<feed xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/api/x</id><title>arXiv Query</title></feed>`,
    });
    const ids = [id("2607.00001"), id("2607.00002")];
    expect(await askNames(testOutside(), host.addresses, ids)).toMatchObject({
      state: "failed",
      reason: "unreadable",
      detail: "answered with nothing about 2 papers",
    });
  });

  test("a feed that is cut off is unreadable, not short", () => {
    const whole = "<feed><entry><id>http://arxiv.org/abs/2611.12345v1</id><title>T</title></entry></feed>";
    expect(readNames(whole, "x").names.size).toBe(1);
    expect(() => readNames(whole.slice(0, -7), "x")).toThrow("no whole Atom feed");
    expect(() => readNames("<html><p>Rate exceeded.</p></html>", "x")).toThrow("no whole Atom feed");
  });
});

describe("RSS", () => {
  test("gives new papers and cross-lists with names; replaced ones are old", async () => {
    const answer = await askRss(testOutside(), host.addresses, ["cs.LG", "cs.CL", "cs.RO", "hep-th"]);
    const facts = answer.state === "ok" ? answer.facts : [];
    expect(facts.map((paper) => [paper.id, paper.kind])).toEqual([
      ["2611.12345", "new"],
      ["2611.12346", "new"],
      ["2611.12401", "new"],
      ["hep-th/9711200", "cross"],
    ]);
    expect(facts[2]).toMatchObject({
      title: "Small Models, Large Gains < Half",
      categories: ["cs.CL", "cs.LG"],
    });
  });

  test("reads no date in it: they are today's midnight whatever the batch", () => {
    const rss = (date: string) =>
      `<rss><channel><pubDate>${date}</pubDate><item><title>T</title><guid>oai:arXiv.org:2611.00001v1</guid>
       <pubDate>${date}</pubDate><arxiv:announce_type>new</arxiv:announce_type></item></channel></rss>`;
    expect(readRss(rss("Sun, 22 Nov 2026 00:00:00 -0500"), "x")).toEqual(
      readRss(rss("Fri, 20 Nov 2026 00:00:00 -0500"), "x"),
    );
  });

  test("an empty one is not an error: so are weekends", () => {
    expect(readRss("<rss><channel><title>cs</title></channel></rss>", "x")).toEqual({ papers: [], items: 0 });
  });

  test("one at arXiv's limit is incomplete, because new papers fall out of it", async () => {
    const items = "<item><title>T</title></item>".repeat(MOST_ITEMS);
    host.instead = () => ({ body: `<rss><channel>${items}</channel></rss>` });
    expect(await askRss(testOutside(), host.addresses, ["cs"])).toMatchObject({
      state: "ok",
      complete: false,
    });
  });
});

describe("names of people", () => {
  const rss = (creators: string) =>
    readRss(
      `<rss><channel><item><title>T</title><guid>oai:arXiv.org:2608.00002v1</guid>
       <arxiv:announce_type>new</arxiv:announce_type><dc:creator>${creators}</dc:creator></item></channel></rss>`,
      "x",
    ).papers[0]?.authors;

  test("of RSS are only names: no mark, affiliation or TeX, and a suffix belongs to its person", () => {
    expect(rss("Example-AI, :, Sammy Example, Jr., Ada Example")).toEqual([
      "Example-AI",
      "Sammy Example Jr.",
      "Ada Example",
    ]);
    expect(rss(String.raw`Jana N\"ollenberg (TU Nowhere, Austria), Pavel Dvo\v{r}\'ak`)).toEqual([
      "Jana Nöllenberg",
      "Pavel Dvořák",
    ]);
    expect(rss(", ,")).toEqual([]);
  });

  test("of the API and of OAI-PMH are so too, and an empty one costs only itself", () => {
    const people = ["Tank Collaboration", ":", "A. Seer", "", "Jr."];
    const atom = people.map((name) => `<author><name>${name}</name></author>`).join("");
    const feed = `<feed><entry><id>http://arxiv.org/abs/2608.00001v1</id><title>T</title>${atom}</entry></feed>`;
    const wanted = ["Tank Collaboration", "A. Seer Jr."];
    expect(readNames(feed, "x").names.get(id("2608.00001"))?.authors).toEqual(wanted);
    const oai = people.map((name) => `<author><keyname>${name}</keyname></author>`).join("");
    const list = `<OAI-PMH><ListRecords><record><metadata><arXiv><id>2608.00001</id><title>T</title>
      <authors>${oai}</authors></arXiv></metadata></record></ListRecords></OAI-PMH>`;
    expect(readOai(list, "x").papers[0]?.authors).toEqual(wanted);
  });

  test("of a line of any length are read in time that grows with it", () => {
    for (const run of [",", "(", "A, ", "(a, ", ":", " "]) expect(rss(run.repeat(300_000))).toBeDefined();
  });
});

describe("the list", () => {
  test("is the only page that says its day", async () => {
    const answer = await askList(testOutside(), host.addresses, "cs.LG");
    expect(answer).toMatchObject({
      state: "ok",
      facts: { date: "2026-11-20", newIds: ["2611.12345", "2611.12346", "2611.12401"] },
    });
    expect(listDate("Showing new listings for Thursday, 3 February 2011")).toBe("2011-02-03");
    expect(listDate("Showing new listings for Friday, 31 February 2026")).toBeUndefined();
  });

  const saved = "arxiv-pages/list-cs.CL-new.html";
  testWithShared(saved, "reads arXiv's own saved page", () => {
    const list = readList(readFileSync(sharedPath(saved), "utf8"), "x");
    expect(list.date).toBe("2022-01-13");
    expect(list.newIds).toHaveLength(26);
  });
});

describe("the batch", () => {
  const batch = (...ids: string[]) =>
    ids.map((one) => ({ id: id(one), kind: "new" as const, title: "", authors: [], categories: [] }));
  const list = (date: string, ...ids: string[]) => ({ date, newIds: ids.map(id) });

  test("is confirmed by what it holds", () => {
    expect(confirmBatch(batch("2611.12345", "2611.12401"), list(DATE, "2611.12345"), DATE)).toBe("confirmed");
  });
  test("is stale when the list has other papers, though both say today", () => {
    expect(confirmBatch(batch("2611.00001"), list(DATE, "2611.12345", "2611.12346"), DATE)).toBe("stale");
  });
  test("is late while arXiv lists an earlier day, so yesterday is not published as today", () => {
    expect(confirmBatch(undefined, list("2026-11-19", "2611.12345"), DATE)).toBe("late");
  });
  test("is unknown without a list", () => {
    expect(confirmBatch(batch("2611.12345"), undefined, DATE)).toBe("unknown");
  });
});

describe("OAI-PMH", () => {
  test("gives the papers handed in for that day, through all pages", async () => {
    const answer = await askOai(testOutside(), host.addresses, {
      date: DATE,
      categories: ["cs.LG", "hep-th"],
    });
    // The robot is of another day, the old limit a changed record of 1997.
    expect(answer.state === "ok" && answer.facts.map((paper) => paper.id)).toEqual([
      "2611.12345",
      "2611.12346",
      "2611.12401",
    ]);
    expect(host.asked.filter(({ text }) => text.includes("resumptionToken"))).toHaveLength(1);
  });

  test("no records is an empty day, another error of the protocol is a failure", () => {
    const error = (code: string) => `<OAI-PMH><error code="${code}">x</error></OAI-PMH>`;
    expect(readOai(error("noRecordsMatch"), "x")).toEqual({ papers: [], records: 0 });
    expect(() => readOai(error("badResumptionToken"), "x")).toThrow("OAI-PMH error badResumptionToken");
  });

  test.each([
    ["cs.LG", "cs:cs:LG"],
    ["stat.ML", "stat:stat:ML"],
    ["cs", "cs"],
    ["hep-th", "physics:hep-th"],
    ["astro-ph.GA", "physics:astro-ph:GA"],
    ["quant-ph", "physics:quant-ph"],
  ])("the set of %s is %s", (category, set) => {
    expect(setOf(category)).toBe(set);
  });
});

test("asks arXiv once in three seconds over all its services, one request at a time", async () => {
  const outside = testOutside();
  let under = 0;
  let most = 0;
  const watched = {
    ...outside,
    fetch: async (url: string, init?: RequestInit) => {
      most = Math.max(most, ++under);
      try {
        return await fetch(url, init);
      } finally {
        under--;
      }
    },
  };
  const slow = polite(watched, host.addresses, { loopbackToo: true });
  await Promise.all([
    askNames(slow, host.addresses, [id("2611.12345")]),
    askRss(slow, host.addresses, ["cs.LG"]),
    askList(slow, host.addresses, "cs.LG"),
  ]);
  expect(host.asked).toHaveLength(3);
  expect(outside.waits).toEqual([3_000, 3_000]);
  expect(most).toBe(1);
});

test("keeps the pause over a restart too", async () => {
  const outside = testOutside();
  const slow = polite(outside, host.addresses, { loopbackToo: true, arxivAskedAt: NOW - 1_000 });
  await askRss(slow, host.addresses, ["cs.LG"]);
  expect(outside.waits).toEqual([2_000]);
});

testWithShared("api-samples", "reads the samples of arXiv's own answers", () => {
  const sample = (name: string) => readFileSync(`${sharedPath("api-samples")}/${name}`, "utf8");
  expect([...readNames(sample("arxiv.api.atom.2026.xml"), "x").names.keys()]).toEqual(["1706.03762"]);
  expect(
    readNames(sample("arxiv.api.atom.docs-2007.xml"), "x").names.get(id("hep-ex/0307015"))?.authors,
  ).toEqual(["H1 Collaboration"]);
  expect(readNames(sample("arxiv.api.error.xml"), "x").names.size).toBe(0);
  expect(readRss(sample("arxiv.rss.fixture.xml"), "x").papers.map((paper) => paper.id)).toEqual([
    "2609.09159",
  ]);
  expect(readRss(sample("arxiv.rss.docs-elements.xml"), "x")).toEqual({ papers: [], items: 1 });
  expect(readRss(sample("arxiv.rss.empty-weekend.CONSTRUCTED.xml"), "x")).toEqual({ papers: [], items: 0 });
  expect(readOai(sample("arxiv.oai.ListRecords.fixture.xml"), "x")).toMatchObject({
    papers: [{ id: "2604.00001", authors: ["Jane Smith", "Robert Chen"], categories: ["cs.LG", "cs.MS"] }],
    token: "tok-abc123",
  });
  expect(readOai(sample("arxiv.oai.noRecordsMatch.fixture.xml"), "x").records).toBe(0);
});
