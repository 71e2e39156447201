import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Digest } from "../../lib/digest/digest.ts";
import { parseMarkdown } from "../../lib/digest/parse-markdown.ts";
import { parseDigest } from "../../lib/digest/schema.ts";
import { startApiHost } from "../api-host/host.ts";
import type { ApiHost } from "../api-host/host.ts";
import { PASSWORD, X_TOKEN } from "../api-host/services.ts";
import { NOW, usualWorld } from "../api-host/world.ts";
import { PRODUCT } from "../../lib/product.ts";
import { localAddresses, run, start } from "../feeds/publish/run-cli.ts";

const EXPECTED = new URL("expected/2026-11-20.json.txt", import.meta.url).pathname;
const TIME = ["--now", "2026-11-20T22:00:00"];

let host: ApiHost;
let folder: string;
beforeEach(async () => {
  host = await startApiHost(usualWorld(), () => NOW);
  folder = await mkdtemp(join(tmpdir(), "hot-papers-"));
});
afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

const build = (...more: string[]) => ["build", "--out", folder, ...TIME, ...localAddresses(host), ...more];
const file = (name = "2026-11-20.json") => readFileSync(join(folder, name), "utf8");
const digest = (name?: string) => parseDigest(JSON.parse(file(name)) as unknown).digest!;
const ids = (name?: string) => digest(name).papers.map((paper) => paper.id);
const answered = () => host.asked.filter((asked) => asked.answered).map(({ text }) => text);

/** Services that have forgotten what was asked: Bluesky answers three searches and no more. */
async function freshHost(world = usualWorld()): Promise<void> {
  await host.close();
  host = await startApiHost(world, () => NOW);
}

describe("build", () => {
  test("gives the known digest, byte for byte, twice", async () => {
    expect(await run(build())).toMatchObject({ status: 0, out: "" });
    const first = file();
    // Written only on request: HOT_PAPERS_WRITE=1, and then read by a person.
    if (process.env["HOT_PAPERS_WRITE"]) writeFileSync(EXPECTED, first);
    expect(first).toBe(readFileSync(EXPECTED, "utf8"));
    expect(parseDigest(JSON.parse(first) as unknown).problems).toEqual([]);
    await freshHost();
    expect(await run(build())).toMatchObject({ status: 0 });
    expect(file()).toBe(first);
    expect(readdirSync(folder)).toEqual(["2026-11-20.json"]);
  });

  test(
    "killed at any request it continues, gives the same bytes, and asks nothing twice",
    { timeout: 300_000 },
    async () => {
      await run(build());
      const all = host.asked.length;
      expect(all).toBeGreaterThan(10);
      const whole = file();
      await freshHost();
      await rm(folder, { recursive: true });
      // Each run gets one more answer than the one before and is killed at the request after it.
      for (let turn = 1; turn <= all; turn++) {
        const reached = new Promise<void>((done) => {
          host.instead = () => {
            if (answered().length < turn - 1) return undefined;
            done();
            return "hang";
          };
        });
        const command = start(build());
        await reached;
        command.kill();
        expect((await command.ended).status).toBeNull();
        expect(answered()).toHaveLength(turn - 1);
        expect(existsSync(join(folder, "2026-11-20.json"))).toBe(false);
      }
      host.instead = () => undefined;
      const { status, err } = await run(build());
      expect(status, err).toBe(0);
      expect(file()).toBe(whole);
      expect(new Set(answered()).size).toBe(all);
      expect(answered()).toHaveLength(all);
    },
  );

  test("Ctrl-C ends in order, and the next run continues", async () => {
    const reached = new Promise<void>((done) => {
      host.instead = (service) => {
        if (service !== "hackernews") return undefined;
        done();
        return "hang";
      };
    });
    const command = start(build());
    await reached;
    command.interrupt();
    expect(await command.ended).toMatchObject({
      status: 130,
      err: expect.stringContaining("the next run continues here\nhot-papers build: stopped") as string,
    });
    host.instead = () => undefined;
    expect((await run(build())).err).toContain("continuing, 4 answers are already there");
  });

  test("other settings are another job: nothing of the stopped one is taken", async () => {
    host.instead = (service) => (service === "arxivApi" ? { status: 403 } : undefined);
    await run(build("--networks", "hackernews"));
    host.instead = () => undefined;
    expect((await run(build("--networks", "huggingface"))).err).not.toContain("continuing");
  });

  test("a network that fails is in the digest as failed, and its papers are not at zero", async () => {
    host.instead = (service) =>
      service === "bluesky" ? { status: 403, body: "Request forbidden" } : undefined;
    expect(await run(build())).toMatchObject({ status: 0 });
    expect(digest().sources).toContainEqual({
      source: "bluesky",
      state: "failed",
      at: "2026-11-20T22:00:00",
      reason: "throttled",
      note: "answered 403",
    });
    expect(digest().papers.flatMap(({ counts }) => counts.map(({ network }) => network))).not.toContain(
      "bluesky",
    );
    expect(await run(build("--strict"))).toMatchObject({ status: 4 });
  });

  test("one id that arXiv refuses costs only itself, and no answer of it is believed later", async () => {
    await freshHost({ ...usualWorld(), refused: ["2611.99999"] });
    const { status, err } = await run(build());
    expect(status, err).toBe(0);
    expect(err).toContain("arXiv refuses 2611.99999");
    expect(ids()).toEqual(["2611.12345", "2611.12401", "2611.12402", "2611.11800", "hep-th/9711200"]);
    expect(digest().sources?.at(-1)).toMatchObject({ source: "arxiv", state: "ok", complete: true });
  });

  test("an arXiv that names nothing writes nothing, and is asked again at the next run", async () => {
    host.instead = (service) =>
      service === "arxivApi"
        ? { body: '<feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv Query</title></feed>' }
        : undefined;
    const { status, err } = await run(build("--networks", "hackernews"));
    expect([status, err]).toEqual([4, expect.stringContaining("answered with nothing about")]);
    expect(existsSync(join(folder, "2026-11-20.json"))).toBe(false);
    host.instead = () => undefined;
    expect(await run(build("--networks", "hackernews"))).toMatchObject({ status: 0 });
    expect(ids()).toEqual(["2611.12345", "2611.12402"]);
  });

  test("when no network answers nothing is written: an empty list would be a lie", async () => {
    host.instead = (service) =>
      ["huggingface", "hackernews", "bluesky"].includes(service) ? { status: 403 } : undefined;
    expect(await run(build())).toMatchObject({
      status: 4,
      err: expect.stringContaining(
        "no network answered; Hugging Face: refused: answered 403; Hacker News: refused: answered 403; Bluesky: throttled",
      ) as string,
    });
    expect(existsSync(join(folder, "2026-11-20.json"))).toBe(false);
  });

  test("with one network the rank is its own, and no mixed ranks are named", async () => {
    await run(build("--networks", "huggingface"));
    expect(ids()).toEqual(["2611.12401", "2611.12345", "2611.11800"]);
    expect(digest().papers.every(({ ranks }) => ranks === undefined)).toBe(true);
  });

  test("new papers only: those of the day's announcement", async () => {
    await run(build("--papers", "new", "--categories", "cs.LG,cs.LO,cs.RO,hep-th"));
    expect(ids()).toEqual(["2611.12345", "2611.12401", "2611.12402"]);
  });

  test("a stale feed of arXiv's is noticed by what it holds, and the list's papers are taken", async () => {
    await freshHost({ ...usualWorld(), staleRss: true });
    const { err } = await run(build("--papers", "new"));
    expect(err).toContain("stale");
    expect(ids()).toEqual(["2611.12345", "2611.12401"]);
  });

  test.each(["emptyRss", "staleRss"] as const)(
    "new papers are those of every category's list when the RSS is not of the day (%s)",
    async (kind) => {
      await freshHost({ ...usualWorld(), [kind]: true });
      const categories = ["--papers", "new", "--categories", "cs.CL,cs.LG,cs.LO"];
      await run(build(...categories, "--networks", "huggingface,hackernews"));
      expect(ids()).toEqual(["2611.12345", "2611.12401", "2611.12402"]);
      expect(digest().sources?.at(-1)).toMatchObject({ source: "arxiv", state: "ok", complete: true });
    },
  );

  test("a category whose list does not answer is said to be missing, and costs the others nothing", async () => {
    await freshHost({ ...usualWorld(), emptyRss: true });
    host.instead = (service, { path }) =>
      service === "arxivList" && path.includes("cs.LO") ? { status: 403 } : undefined;
    await run(build("--papers", "new", "--categories", "cs.LG,cs.LO", "--networks", "hackernews"));
    expect(ids()).toEqual(["2611.12345"]);
    expect(digest().sources?.at(-1)).toMatchObject({ state: "ok", complete: false });
  });

  test("without RSS and without any list there are no new papers to tell: nothing is written", async () => {
    await freshHost({ ...usualWorld(), emptyRss: true });
    host.instead = (service) => (service === "arxivList" ? { status: 403 } : undefined);
    expect(await run(build("--papers", "new"))).toMatchObject({ status: 4 });
    expect(existsSync(join(folder, "2026-11-20.json"))).toBe(false);
  });

  test("an archive means all its categories, also for new papers", async () => {
    await run(build("--categories", "cs,stat.ML"));
    expect(ids()).toEqual(["2611.12345", "2611.12401", "2611.12402", "2611.11800"]);
    await freshHost({ ...usualWorld(), emptyRss: true });
    await rm(join(folder, "2026-11-20.json"));
    await run(build("--categories", "CS", "--papers", "new"));
    expect(ids()).toEqual(["2611.12345", "2611.12401", "2611.12402"]);
  });

  describe("over a digest of the day that is there", () => {
    const fail = (...services: string[]) => {
      host.instead = (service) => (services.includes(service) ? { status: 403, body: "" } : undefined);
    };
    const LATER = ["--now", "2026-11-20T23:30:00"];

    test("what a network said stays, with its time, when it does not answer now", async () => {
      await run(build());
      const first = digest();
      await freshHost();
      fail("bluesky");
      const { status, err } = await run([...build(), ...LATER]);
      expect(status, err).toBe(0);
      const [second] = [digest()];
      expect(second.generated).toBe("2026-11-20T23:30:00");
      expect(second.papers.map(({ id }) => id)).toEqual(first.papers.map(({ id }) => id));
      const counted = second.papers[0]?.counts.map(({ network, at }) => [network, at]);
      expect(counted).toEqual([
        ["bluesky", "2026-11-20T22:00:00"],
        ["huggingface", "2026-11-20T23:30:00"],
        ["hackernews", "2026-11-20T23:30:00"],
      ]);
      expect(second.sources?.find(({ source }) => source === "bluesky")).toEqual({
        source: "bluesky",
        state: "ok",
        at: "2026-11-20T22:00:00",
        complete: false,
        note: "kept from the run of 2026-11-20T22:00:00; not now: answered 403",
      });
      expect(await run([...build("--strict"), ...LATER])).toMatchObject({ status: 4 });
    });

    test("names stay when arXiv tells none", async () => {
      await run(build());
      const first = digest();
      fail("arxivApi");
      await run([...build(), ...LATER]);
      expect(digest().papers.map(({ id, categories }) => [id, categories])).toEqual(
        first.papers.map(({ id, categories }) => [id, categories]),
      );
      expect(digest().sources?.at(-1)).toMatchObject({ source: "arxiv", state: "ok", complete: false });
    });

    test("one with fewer papers is not written, unless --replace says so", async () => {
      await run(build());
      const first = file();
      await freshHost({
        ...usualWorld(),
        huggingface: [],
        stories: [],
        posts: usualWorld().posts.slice(0, 1),
      });
      const kept = await run([...build(), ...LATER]);
      expect([kept.status, kept.err]).toEqual([
        0,
        expect.stringContaining("stays as it was, it has 5 papers, the new one 1 (--replace"),
      ]);
      expect(file()).toBe(first);
      await freshHost({
        ...usualWorld(),
        huggingface: [],
        stories: [],
        posts: usualWorld().posts.slice(0, 1),
      });
      await run([...build("--replace"), ...LATER]);
      expect(ids()).toEqual(["2611.12345"]);
    });

    test("one that fewer sources answered is not written", async () => {
      await run(build());
      const first = file();
      const { err } = await run([...build("--networks", "huggingface,hackernews"), ...LATER]);
      expect(err).toMatch(/stays as it was, (?:it has 5 papers, the new one 4|4 sources answered)/);
      expect(file()).toBe(first);
    });
  });

  test("while arXiv still lists yesterday, today's new papers are not made up", async () => {
    await freshHost({ ...usualWorld(), listDate: "2026-11-19" });
    expect(await run(build("--papers", "new", "--date", "2026-11-20"))).toMatchObject({ status: 3 });
    // Without a day of its own the build follows arXiv.
    expect(await run(build())).toMatchObject({ status: 0 });
    expect(digest("2026-11-19.json").date).toBe("2026-11-19");
  });

  test("a weekend has no list, and a day to come has none yet", async () => {
    expect(await run(build("--date", "2026-11-21"))).toMatchObject({
      status: 3,
      err: "arXiv has no list of 2026-11-21: a weekend or a holiday\n",
    });
    for (const date of ["2026-11-24", "2027-01-05"])
      expect(await run(build("--date", date))).toMatchObject({
        status: 3,
        err: `${date} is in the future\n`,
      });
    expect(host.asked).toHaveLength(0);
  });

  test("only papers of the wanted categories", async () => {
    await run(build("--categories", "cs.LO,hep-th"));
    expect(ids()).toEqual(["2611.12402", "hep-th/9711200"]);
  });

  test("the archive's rule: 50 for a paper, 25 for a post, each post once", async () => {
    await run(build("--rule", "archive"));
    expect(ids()).toEqual(["2611.12345", "2611.12402"]);
    await freshHost();
    await run(build("--rule", "archive", "--least-paper", "40", "--least-post", "30"));
    expect(ids()).toEqual(["2611.12345", "2611.12402", "2611.12401"]);
    expect(digest().papers[2]?.posts).toHaveLength(1);
  });

  test("--markdown writes the archive's form, which reads back as the same digest", async () => {
    await run(build());
    const json = digest();
    await freshHost();
    await run(build("--markdown"));
    const { digests, problems } = parseMarkdown(file("2026-11-20---Hot-Papers.md"));
    expect(problems).toEqual([]);
    expect(digests[0]?.papers.map(({ id, rank, counts }) => ({ id, rank, counts }))).toEqual(
      json.papers.map(({ id, rank, counts }) => ({ id, rank, counts })),
    );
  });

  test("secrets come from the environment and are never printed or written, in no case", async () => {
    const secrets = {
      BLUESKY_IDENTIFIER: "me.example",
      BLUESKY_APP_PASSWORD: PASSWORD,
      X_BEARER_TOKEN: X_TOKEN,
    };
    // Stopped late, so that everything which may be kept is kept.
    const reached = new Promise<void>((done) => {
      host.instead = (service) => {
        if (service !== "arxivApi") return undefined;
        done();
        return "hang";
      };
    });
    const command = start(build("--networks", "bluesky,twitter"), secrets);
    await reached;
    const kept = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
    command.kill();
    const { err } = await command.ended;
    host.instead = () => undefined;
    const ended = await run(build("--networks", "bluesky,twitter"), secrets);
    expect(kept.length).toBeGreaterThan(3);
    const everything = [...kept, err, ended.err, ended.out, file(), ...answered()].join("\n");
    expect(everything).not.toMatch(new RegExp(`${PASSWORD}|${X_TOKEN}|jwt-`));
    expect(digest().papers[0]?.counts.map(({ network }) => network)).toEqual(["twitter", "bluesky"]);
    expect(file()).not.toContain("words that must not be kept");
  });

  test.each([
    [["--date", "2026-02-30"], "is not a day"],
    [["--networks", "mastodon"], "there is no network"],
    [["--networks", "twitter"], "needs X_BEARER_TOKEN"],
    [["--most", "0"], "is not a number"],
    [["--address", "reddit=https://reddit.com"], "there is no service"],
    [["--categories", "cs.LG/../x"], "is not an arXiv category"],
    [["--categories", "cs.lg,foo"], "“foo” is not an arXiv category; the nearest names are"],
    [["--categories", "cs.foo"], "“cs.foo” is not an arXiv category; the nearest names are cs."],
    [["--categories", "cs.LGG"], "the nearest names are cs.LG"],
    [["--categories", ","], "names no category"],
    [["--networks", ""], "--networks names no network; choose some of huggingface"],
    [["--nonsense"], "nonsense"],
  ])("%s is a wrong call, status 2", async (options, words) => {
    const { status, err } = await run(build(...options));
    expect([status, err]).toEqual([2, expect.stringContaining(words)]);
    expect(host.asked).toHaveLength(0);
  });
});

describe("build with X as alphaXiv counts it", () => {
  const both = ["--networks", "hackernews,alphaxiv"];
  const paper = (of: Digest | undefined) => of?.papers.find(({ id }) => id === "2611.12401");

  test("gives the same bytes twice: ids, handles, dates and counts of posts, never their texts", async () => {
    expect(await run(build(...both))).toMatchObject({ status: 0, out: "" });
    const first = file();
    expect(paper(digest())).toMatchObject({
      counts: [{ network: "twitter", by: "alphaxiv", reposts: 120, likes: 1300, at: "2026-11-20T22:00:00" }],
      posts: [
        { id: "1990000000000000101", author: { name: "Reader 1", handle: "reader_1" }, date: "2026-11-20" },
        { id: "1990000000000000102", url: "https://x.com/reader_2/status/1990000000000000102" },
      ],
    });
    expect(digest().sources?.find(({ source }) => source === "twitter")).toMatchObject({
      source: "twitter",
      state: "ok",
      note: "as counted by alphaXiv",
    });
    expect(first).not.toMatch(/must not be kept|the proof is short/u);
    await freshHost();
    await run(build(...both));
    expect(file()).toBe(first);
  });

  test("Markdown keeps who counted", async () => {
    await run(build(...both, "--markdown"));
    const text = file("2026-11-20---Hot-Papers.md");
    expect(text).toContain("- twitter: 120 reposts, 1300 likes, by alphaxiv (11/20/2026 22:00:00)");
    expect(text).not.toMatch(/must not be kept|the proof is short/u);
    expect(paper(parseMarkdown(text).digests[0])?.counts).toEqual([
      { network: "twitter", by: "alphaxiv", reposts: 120, likes: 1300, at: "2026-11-20T22:00:00" },
    ]);
  });

  test("killed at any request it continues, and asks nothing twice", { timeout: 300_000 }, async () => {
    await run(build(...both));
    const all = host.asked.length;
    expect(all).toBe(7);
    const whole = file();
    await freshHost();
    await rm(folder, { recursive: true });
    for (let turn = 1; turn <= all; turn++) {
      const reached = new Promise<void>((done) => {
        host.instead = () => {
          if (answered().length < turn - 1) return undefined;
          done();
          return "hang";
        };
      });
      const command = start(build(...both));
      await reached;
      command.kill();
      await command.ended;
      expect(answered()).toHaveLength(turn - 1);
    }
    host.instead = () => undefined;
    expect(await run(build(...both))).toMatchObject({ status: 0 });
    expect(file()).toBe(whole);
    expect(answered()).toHaveLength(all);
    expect(new Set(answered()).size).toBe(all);
  });

  test("a changed form is in the digest's states, and costs no other source's papers", async () => {
    host.instead = (service) =>
      service === "alphaxiv" ? { status: 200, body: '{"data":{"papers":[]}}' } : undefined;
    expect(await run(build(...both))).toMatchObject({ status: 0 });
    expect(digest().sources).toContainEqual({
      source: "twitter",
      state: "failed",
      at: "2026-11-20T22:00:00",
      reason: "unreadable",
      note: "unexpected shape at papers",
    });
    expect(ids()).toEqual(["2611.12345", "2611.12402"]);
  });

  test("it is not asked unless named, nor about a day that is over, nor beside X itself", async () => {
    await run(build());
    expect(host.asked.some(({ text }) => text.startsWith("alphaxiv"))).toBe(false);
    const past = ["backfill", "--out", folder, ...localAddresses(host), "--now", "2026-12-01T12:00:00"];
    await run([...past, "--from", "2026-11-23", "--to", "2026-11-23", ...both]);
    expect(host.asked.some(({ text }) => text.startsWith("alphaxiv"))).toBe(false);
    const token = { X_BEARER_TOKEN: X_TOKEN };
    expect(await run(build("--networks", "twitter,alphaxiv"), token)).toMatchObject({
      status: 2,
      err: expect.stringContaining("choose one of them") as string,
    });
  });
});

describe("backfill", () => {
  test("makes the days that are missing, with talk of their own time, and leaves the others", async () => {
    const options = ["--out", folder, ...localAddresses(host), "--now", "2026-12-01T12:00:00"];
    const days = ["--from", "2026-11-19", "--to", "2026-11-23"];
    writeFileSync(join(folder, "2026-11-19.json"), "{}");
    expect(await run(["backfill", ...days, ...options, "--networks", "hackernews"])).toMatchObject({
      status: 0,
    });
    expect(readdirSync(folder).toSorted()).toEqual(["2026-11-19.json", "2026-11-20.json", "2026-11-23.json"]);
    expect(file("2026-11-19.json")).toBe("{}");
    // What was handed in on 19 November, before that time, is not in it.
    expect(ids()).toEqual(["2611.12345"]);
  });

  test("takes a past day's new papers from OAI-PMH", async () => {
    const options = ["--out", folder, ...localAddresses(host), "--now", "2026-12-01T12:00:00"];
    const days = ["--from", "2026-11-20", "--to", "2026-11-20", "--papers", "new"];
    expect(await run(["backfill", ...days, ...options, "--networks", "huggingface"])).toMatchObject({
      status: 0,
    });
    expect(ids()).toEqual(["2611.12401", "2611.12345"]);
    expect(answered().some((text) => text.startsWith("arxivOai"))).toBe(true);
    expect(answered().some((text) => text.startsWith("arxivRss"))).toBe(false);
  });
});

test.each([
  [["--from", "2026-11-20", "--to", "2026-11-19"], 2, "--from 2026-11-20 is after --to 2026-11-19"],
  [["--from", "2026-11-21", "--to", "2026-11-22"], 3, "no list from 2026-11-21 to 2026-11-22: weekends"],
  [["--from", "2027-01-04", "--to", "2027-01-04"], 3, "2027-01-04 is in the future"],
])("backfill %s says why there is nothing to do", async (days, status, words) => {
  const options = ["--out", folder, ...TIME, ...localAddresses(host)];
  expect(await run(["backfill", ...days, ...options])).toMatchObject({
    status,
    err: expect.stringContaining(words) as string,
  });
  expect(host.asked).toHaveLength(0);
});

describe("doctor", () => {
  const doctor = (...more: string[]) => ["doctor", ...TIME, ...localAddresses(host), ...more];

  test("tells of each service status, CORS, schema and age, one question each", async () => {
    const { status, out } = await run(doctor("--json"));
    expect(status).toBe(0);
    const findings = JSON.parse(out) as { service: string; status: number; cors: string; age: string }[];
    expect(findings.map(({ service, status: code, cors }) => [service, code, cors])).toEqual([
      ["huggingface", 200, new URL(PRODUCT.homepage).origin],
      ["hackernews", 200, "*"],
      ["bluesky", 200, "*"],
      ["blueskyPosts", 200, "*"],
      ["alphaxiv", 200, "https://www.alphaxiv.org"],
      ["plc", 200, "*"],
      ["arxivRss", 200, "none"],
      ["arxivApi", 200, "none"],
      ["arxivOai", 200, "none"],
      ["arxivList", 200, "none"],
    ]);
    expect(findings.at(-1)?.age).toBe("of 2026-11-20");
    expect(host.asked).toHaveLength(10);
  });

  test("says which one is ill, and how: closed without CORS, changed, gone", async () => {
    host.instead = (service) => {
      if (service === "bluesky")
        return { status: 403, headers: {}, body: "Request forbidden by administrative rules." };
      if (service === "hackernews") return { body: '{"hits":"moved"}' };
      return undefined;
    };
    const { status, out } = await run(doctor());
    expect(status).toBe(4);
    expect(out).toMatch(/FAILED {2}hackernews +200 {2}CORS: \* {2}schema: unexpected shape at nbHits/);
    expect(out).toMatch(/FAILED {2}bluesky +403 {2}CORS: none .*Request forbidden by administrative rules/);
    expect(out).toMatch(/ok {6} *huggingface/);
  });

  test("says what stands in the way in words of ours, never in those of the machine", async () => {
    host.instead = (service) => {
      if (service === "huggingface") return { status: 429, body: "\u001B[31mslow down" };
      if (service === "arxivApi") return { status: 406, body: "" };
      return undefined;
    };
    const gone = await startApiHost();
    await gone.close();
    const { hackernews } = gone.addresses;
    const closed = ["--address", `hackernews=${hackernews}`, "--address", "plc=http://nowhere.invalid"];
    const { out } = await run([...doctor(), ...closed]);
    expect(out).toMatch(/FAILED {2}huggingface +429 .* throttled: answered 429: \\u001b\[31mslow down {2}/);
    expect(out).toMatch(/FAILED {2}arxivApi +406 .* throttled: answered 406 {2}/);
    expect(out).toMatch(/FAILED {2}hackernews +--- .* the connection was refused {2}/);
    expect(out).toMatch(/FAILED {2}plc +--- .* no network, or no host of that name {2}/);
    for (const bare of ["fetch failed", "ECONNREFUSED", "\u001B"]) expect(out).not.toContain(bare);
  });

  test.each([
    ["a page in place of JSON", "<html>moved</html>", "not JSON"],
    ["an object without papers", '{"items":[]}', "no record has the expected shape"],
    ["papers of another form", '{"papers":[{"arxiv":"2611.12345"}]}', "no record has the expected shape"],
  ])("tells that alphaXiv has changed: %s", async (_, body, words) => {
    host.instead = (service) => (service === "alphaxiv" ? { body } : undefined);
    const { status, out } = await run(doctor());
    expect(status).toBe(4);
    expect(out).toMatch(new RegExp(`FAILED {2}alphaxiv .*${words}`, "u"));
  });

  test("a token that is missing for X is said before any request", async () => {
    expect(await run(doctor("--x"))).toMatchObject({
      status: 2,
      err: expect.stringContaining("--x needs X_BEARER_TOKEN") as string,
    });
    expect(host.asked).toHaveLength(0);
  });

  test("asks a person's own server and X only with their keys, and X only when told to", async () => {
    const secrets = {
      BLUESKY_IDENTIFIER: "me.example",
      BLUESKY_APP_PASSWORD: PASSWORD,
      X_BEARER_TOKEN: X_TOKEN,
    };
    const { out } = await run(doctor("--x"), secrets);
    expect(out).toContain("blueskyServer");
    expect(out).toMatch(/ok {4} {2}x /);
    expect(out).not.toMatch(new RegExp(`${PASSWORD}|${X_TOKEN}|jwt-`));
    host.asked.length = 0;
    await run(doctor(), secrets);
    expect(host.asked.some(({ text }) => text.startsWith("x "))).toBe(false);
  });
});

test("every command explains its options and exit statuses", async () => {
  for (const name of ["build", "backfill", "publish", "doctor"]) {
    const { status, out } = await run([name, "--help"]);
    expect([name, status, out]).toEqual([name, 0, expect.stringMatching(/Exit status: 0/)]);
  }
});
