import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { Parser } from "htmlparser2";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Digest } from "../../../lib/digest/digest.ts";
import { parseDigestFile } from "../../../lib/digest/parse-file.ts";
import { readFolderIndex } from "../../../lib/feeds/read/folder-index.ts";
import { readJsonFeed } from "../../../lib/feeds/read/json-feed.ts";
import { readPointer } from "../../../lib/feeds/read/pointer.ts";
import { sha256 } from "../../../lib/feeds/sha256.ts";
import { digestFile, publishFiles } from "../../../lib/feeds/publish/publish-files.ts";
import { DAY_VERSION } from "../../../lib/feeds/publish/site.ts";
import { digestOf } from "../../live/build-digests.ts";
import { jsonFeedSchema } from "./json-feed-schema.ts";
import { run } from "./run-cli.ts";
import type { Ended } from "./run-cli.ts";
import { sharedPath, testWithShared } from "../../setup/shared.ts";

const BASE = "https://hot.example.org/papers/";

let folder: string;
const newFolder = async () => {
  folder = await mkdtemp(join(tmpdir(), "hot-papers-"));
};
const removeFolder = () => rm(folder, { recursive: true, force: true });

const put = (name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const get = (name: string) => readFileSync(join(folder, name), "utf8");
const json = (name: string) => JSON.parse(get(name)) as unknown;
const putDigest = (digest: Digest) => put(`in/${digest.date}.json`, digestFile(digest));
const publish = (...more: string[]) =>
  run(["publish", join(folder, "in"), "--out", join(folder, "site"), "--url", BASE, ...more]);

/** Every file under the folder with its content. */
function allFiles(root = join(folder, "site")): Record<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(join(root, name)).isFile()).toSorted();
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(root, name), "utf8")]));
}

/** Element names, addresses and attribute names of a page. */
function elementsOf(html: string) {
  const names = new Set<string>();
  const attributes = new Set<string>();
  const links: string[] = [];
  new Parser({
    onopentag(name, given) {
      names.add(name);
      for (const [key, value] of Object.entries(given)) {
        attributes.add(key);
        if (key === "href" || key === "src") links.push(value);
      }
    },
  }).end(html);
  return { names, attributes, links };
}

describe("what is published", () => {
  let ended: Ended;
  afterAll(removeFolder);
  beforeAll(async () => {
    await newFolder();
    putDigest(digestOf("2026-11-19"));
    putDigest(digestOf("2026-11-20"));
    putDigest(digestOf("2026-10-30", { papers: [] }));
    ended = await publish("--title", "Hot & new <papers>");
  });

  test("is the pointer, the days, the feeds and the site", () => {
    expect(ended).toMatchObject({ status: 0, err: expect.stringContaining("3 days") as string });
    const names = Object.keys(allFiles()).filter((name) => !DAY_VERSION.test(basename(name)));
    expect(names).toEqual([
      ".nojekyll",
      "about.html",
      "archive.html",
      "categories/cs.LG.html",
      "categories/hep-th.html",
      "categories/stat.ML.html",
      "days/2026-10-30.html",
      "days/2026-11-19.html",
      "days/2026-11-20.html",
      "index.html",
      "months/2026-10.html",
      "months/2026-11.html",
      "style.css",
      "v1/atom.xml",
      "v1/days/2026-10-30.json",
      "v1/days/2026-11-19.json",
      "v1/days/2026-11-20.json",
      "v1/feed.json",
      "v1/index.json",
      "v1/latest.json",
    ]);
  });

  test("the pointer is read by our own reader, and its sums are those of the files", async () => {
    const pointer = readPointer(json("site/v1/latest.json"));
    expect(pointer?.days.map(({ date }) => date)).toEqual(["2026-11-20", "2026-11-19", "2026-10-30"]);
    for (const { url, sha256: sum } of pointer?.days ?? []) {
      expect(await sha256(get(`site/v1/${url}`))).toBe(sum);
    }
    expect(json("site/v1/latest.json")).toMatchObject({
      title: "Hot & new <papers>",
      generated_at: "2026-11-20T21:00:00Z",
      sources: [
        { source: "bluesky", state: "ok", complete: false },
        { source: "hackernews", state: "failed", reason: "throttled" },
        { source: "arxiv", state: "ok" },
      ],
    });
    const index = readFolderIndex(json("site/v1/index.json"), `${BASE}v1/index.json`);
    const urls = index?.files.map(({ url }) => url) ?? [];
    expect(urls.filter((url) => url.startsWith(`${BASE}v1/days/2026-10-30-`))).toHaveLength(1);
  });

  test("a pointer names a day's version by content, and each day has a file whose name stays", () => {
    const { days } = json("site/v1/latest.json") as { days: { url: string; sha256: string }[] };
    for (const { url, sha256: sum } of days) {
      expect(url).toBe(`days/${url.slice(5, 15)}-${sum.slice(0, 16)}.json`);
      expect(get(`site/v1/${url}`)).toBe(get(`site/v1/days/${url.slice(5, 15)}.json`));
    }
  });

  test("a day's file is the digest, ranks and sources with it", () => {
    const { digests, problems } = parseDigestFile(get("site/v1/days/2026-11-20.json"));
    expect(problems).toEqual([]);
    expect(digests).toEqual([digestOf("2026-11-20")]);
  });

  test("the JSON Feed is one by version 1.1, and our reader finds the days in it", () => {
    const feed = jsonFeedSchema.safeParse(json("site/v1/feed.json"));
    expect(feed.error?.issues ?? []).toEqual([]);
    const read = readJsonFeed(json("site/v1/feed.json"));
    expect(read?.items.map((item) => "link" in item && item.link.date)).toEqual([
      "2026-11-20",
      "2026-11-19",
      "2026-10-30",
    ]);
  });

  test("the schema would notice: a feed without what 1.1 asks for is refused", () => {
    const feed = json("site/v1/feed.json") as { items: Record<string, unknown>[] };
    expect(jsonFeedSchema.safeParse({ ...feed, title: undefined }).success).toBe(false);
    expect(jsonFeedSchema.safeParse({ ...feed, hot_papers: 1 }).success).toBe(false);
    const [first] = feed.items;
    expect(
      jsonFeedSchema.safeParse({ ...feed, items: [{ ...first, content_html: undefined }] }).success,
    ).toBe(false);
    expect(jsonFeedSchema.safeParse({ ...feed, items: [first, first] }).success).toBe(false);
  });

  const jing = spawnSync("jing", { encoding: "utf8" }).error === undefined;
  if (!jing) {
    console.warn(
      "\nSKIPPED: Atom against RFC 4287's schema needs jing (on Debian and Ubuntu: apt-get install jing).\n",
    );
  }
  const jingSays = (schema: string, file: string) => {
    const path = new URL(schema, import.meta.url).pathname;
    const { stdout } = spawnSync("jing", [...(schema.endsWith(".rnc") ? ["-c"] : []), path, file], {
      encoding: "utf8",
    });
    return stdout.replaceAll(/^\[warning\].*\n/gm, "");
  };

  test.skipIf(!jing).each(["rfc4287.rnc", "atom.rng"])(
    "the Atom feed is valid by RELAX NG: %s, the RFC's own schema and a stricter one of ours",
    (schema) => {
      expect(jingSays(schema, join(folder, "site/v1/atom.xml"))).toBe("");
      put("bad.xml", get("site/v1/atom.xml").replace("<updated>", "<updated>yesterday "));
      expect(jingSays(schema, join(folder, "bad.xml"))).toContain("error");
    },
  );

  test("no page has a script, a handler, or anything from elsewhere, whatever a title says", () => {
    for (const [name, html] of Object.entries(allFiles()).filter(([file]) => file.endsWith(".html"))) {
      const { names, attributes, links } = elementsOf(html);
      expect([
        name,
        [...names].filter((one) => /script|iframe|img|object|embed|form|^i$|^b$/.test(one)),
      ]).toEqual([name, []]);
      expect(
        [...attributes].filter((one) => one.startsWith("on") || one === "style" || one === "src"),
      ).toEqual([]);
      expect(links.filter((link) => /^[a-z]+:/.test(link) && !link.startsWith("https://"))).toEqual([]);
      // Nor could one run that got in.
      expect(html).toContain("default-src &#39;none&#39;");
    }
  });

  test("every link inside the site leads to a file of it", () => {
    const files = allFiles();
    for (const [name, html] of Object.entries(files).filter(([file]) => file.endsWith(".html"))) {
      const inside = elementsOf(html).links.filter(
        (link) => !link.startsWith("https:") && !link.startsWith("#"),
      );
      const missing = inside.filter((link) => !(join(dirname(name), link) in files));
      expect([name, missing]).toEqual([name, []]);
    }
  });

  test("a paper carries its id, its figures in the network's own words, and unknown is not zero", () => {
    const html = get("site/days/2026-11-20.html");
    expect(html).toContain('data-hot-paper="2611.00020"');
    expect(html).toContain("Bluesky: 12 reposts · 1 like<");
    expect(html).toContain("Hugging Face: 1 upvote<");
    expect(html).not.toContain("Hacker News: 0");
    expect(html).toContain(
      "Hacker News is busy and asked us to wait (2026-11-20 20:59 UTC): unknown, not zero.",
    );
    expect(html).toContain('<p lang="he" dir="rtl">two\nlines &amp; &lt;i&gt;no markup&lt;/i&gt;</p>');
  });

  test("publishing again writes nothing, and the same digests give the same bytes elsewhere", async () => {
    expect((await publish("--title", "Hot & new <papers>")).err).toContain("0 of them new or changed");
    const first = allFiles();
    await rm(join(folder, "site"), { recursive: true });
    await publish("--title", "Hot & new <papers>");
    expect(allFiles()).toEqual(first);
  });
});

describe("publishing day by day", () => {
  beforeEach(newFolder);
  afterEach(removeFolder);

  test("without files the digests in the folder itself are published", async () => {
    put("2026-11-20.json", digestFile(digestOf("2026-11-20")));
    expect(await run(["publish", "--out", folder])).toMatchObject({ status: 0 });
    expect(existsSync(join(folder, "v1/days/2026-11-20.json"))).toBe(true);
    // Without an address the feed's links are relative, and its ids still hold for ever.
    expect(get("v1/atom.xml")).toContain("<id>tag:hot-papers.invalid,2026:days/2026-11-20.html</id>");
  });

  test("days that are published stay when their files are gone", async () => {
    putDigest(digestOf("2026-11-19"));
    await publish();
    await rm(join(folder, "in/2026-11-19.json"));
    putDigest(digestOf("2026-11-20"));
    expect((await publish()).err).toContain("2 days");
    expect(get("site/v1/days/2026-11-19.json")).toBe(digestFile(digestOf("2026-11-19")));
  });

  test("a corrected digest replaces the older one for seven days, then only with --correct", async () => {
    putDigest(digestOf("2026-11-10"));
    putDigest(digestOf("2026-11-19"));
    await publish();
    const before = get("site/v1/days/2026-11-10.json");
    putDigest(digestOf("2026-11-10", { generated: "2026-11-25T00:00:00", title: "Corrected" }));
    putDigest(digestOf("2026-11-19", { generated: "2026-11-25T00:00:00", title: "Corrected" }));
    const { err } = await publish();
    expect(err).toContain("2026-11-10 is final");
    expect(get("site/v1/days/2026-11-10.json")).toBe(before);
    expect(get("site/v1/days/2026-11-19.json")).toContain("Corrected");
    await publish("--correct");
    expect(get("site/v1/days/2026-11-10.json")).toContain("Corrected");
  });

  test("an earlier version stays for readers of the old pointer, until the next run", async () => {
    const versions = () => readdirSync(join(folder, "site/v1/days")).filter((name) => DAY_VERSION.test(name));
    putDigest(digestOf("2026-11-20"));
    await publish();
    const [first] = versions();
    putDigest(digestOf("2026-11-20", { generated: "2026-11-20T22:00:00" }));
    await publish();
    expect(versions()).toContain(first);
    expect(versions()).toHaveLength(2);
    await publish();
    expect(versions()).not.toContain(first);
    expect(versions()).toHaveLength(1);
  });

  test("a later digest with fewer papers does not take the published one's place, unless told to", async () => {
    const { papers } = digestOf("2026-11-20");
    putDigest(digestOf("2026-11-20"));
    await publish();
    const before = get("site/v1/latest.json");
    putDigest(digestOf("2026-11-20", { generated: "2026-11-20T22:00:00", papers: papers.slice(0, 1) }));
    expect((await publish()).err).toContain("stays as it was published: it has 2 papers, the new one 1");
    expect(get("site/v1/latest.json")).toBe(before);
    await publish("--replace");
    expect(get("site/v1/days/2026-11-20.json")).not.toContain("An old paper");
  });

  test("what a killed run left behind is removed, and nothing else is", async () => {
    putDigest(digestOf("2026-11-20"));
    await publish();
    const before = allFiles();
    put("site/v1/latest.json.4711.tmp", "{");
    put("site/days/2026-11-20.html.4711.tmp", "<");
    put(`site/v1/days/2026-11-20-${"0".repeat(16)}.json`, "{}");
    put("site/notes.tmp", "mine");
    put("site/mine/index.html.4711.tmp", "mine");
    await publish();
    expect(allFiles()).toEqual({ ...before, "notes.tmp": "mine", "mine/index.html.4711.tmp": "mine" });
  });

  test.each(["v1", "v1/days", "days", "categories"])(
    "a link %s to another folder is not written through, and nothing else is written",
    async (linked) => {
      putDigest(digestOf("2026-11-20"));
      mkdirSync(join(folder, "elsewhere"));
      mkdirSync(dirname(join(folder, "site", linked)), { recursive: true });
      symlinkSync(join(folder, "elsewhere"), join(folder, "site", linked));
      const { status, err } = await publish();
      expect([status, err]).toEqual([1, expect.stringContaining(`${join("site", linked)} is a link`)]);
      expect(readdirSync(join(folder, "elsewhere"))).toEqual([]);
      expect(existsSync(join(folder, "site/index.html"))).toBe(false);
    },
  );

  test("the folder itself may be a link: its owner named it", async () => {
    putDigest(digestOf("2026-11-20"));
    mkdirSync(join(folder, "elsewhere"));
    symlinkSync(join(folder, "elsewhere"), join(folder, "site"));
    expect(await publish()).toMatchObject({ status: 0 });
    expect(existsSync(join(folder, "elsewhere/v1/latest.json"))).toBe(true);
  });

  test("no file has the name of a Windows device, or differs from another only in capitals", async () => {
    const { papers } = digestOf("2026-11-20");
    const categories = ["CON", "aux", "nul.LG", "com-x", "Con-x", "cs.lg", "cs.LG", "constructor"];
    putDigest(digestOf("2026-11-20", { papers: [{ ...papers[0]!, categories }] }));
    await publish();
    const pages = readdirSync(join(folder, "site/categories"));
    expect(pages.toSorted()).toEqual(["Con-x.html", "com-x.html", "constructor.html", "cs.LG.html"]);
    expect(get("site/days/2026-11-20.html")).toContain("CON");
  });

  test("names are cleaned in everything that is published, also those of older digests", async () => {
    const { papers } = digestOf("2026-11-20");
    const authors = [
      String.raw`Jana N\"ollenberg (TU Nowhere, Austria)`,
      ":",
      String.raw`Pavel Dvo\v{r}\'ak`,
      "Jr.",
    ];
    const title = String.raw`Bounds for Erd\H{o}s graphs`;
    const raw = { ...digestOf("2026-11-20"), papers: [{ ...papers[0]!, title, authors: [...authors, " "] }] };
    put("in/2026-11-20.json", JSON.stringify(raw));
    expect(await publish()).toMatchObject({ status: 0 });
    expect(json("site/v1/days/2026-11-20.json")).toMatchObject({
      papers: [{ authors: ["Jana Nöllenberg", "Pavel Dvořák Jr."] }],
    });
    for (const place of ["index.html", "days/2026-11-20.html", "v1/feed.json", "v1/atom.xml"]) {
      expect([place, get(`site/${place}`)]).toEqual([
        place,
        expect.stringContaining("Jana Nöllenberg, Pavel Dvořák Jr."),
      ]);
      expect(get(`site/${place}`)).toContain("Bounds for Erdős graphs");
      expect(get(`site/${place}`)).not.toMatch(/TU Nowhere|ollenberg, :/);
    }
  });

  test("an older copy of a day does not take the newer one's place", async () => {
    putDigest(digestOf("2026-11-20", { generated: "2026-11-20T22:00:00", title: "Newer" }));
    await publish();
    putDigest(digestOf("2026-11-20", { generated: "2026-11-20T12:00:00", title: "Older" }));
    await publish();
    expect(get("site/v1/days/2026-11-20.json")).toContain("Newer");
  });

  test("a damaged digest is named, and does not cost the others", async () => {
    putDigest(digestOf("2026-11-20"));
    put("in/2026-11-19.json", '{"version": 1, "date": "2026-11-');
    const { status, err } = await publish();
    expect([status, err]).toEqual([1, expect.stringContaining("2026-11-19.json")]);
    expect(existsSync(join(folder, "site/days/2026-11-20.html"))).toBe(true);
  });

  test("nothing to publish is said, not published", async () => {
    expect(await run(["publish", "--out", folder])).toMatchObject({ status: 1 });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    [[], "--out"],
    [["--out", "x", "--url", "ftp://x"], "is not an address"],
  ])("%s is a wrong call", async (args, words) => {
    expect(await run(["publish", ...args])).toMatchObject({
      status: 2,
      err: expect.stringContaining(words) as string,
    });
  });
});

test("the pointer names the last 14 days, however many there are", async () => {
  const digests = Array.from({ length: 20 }, (_, n) =>
    digestOf(`2026-11-${String(30 - n).padStart(2, "0")}`),
  );
  const files = await publishFiles({ title: "Hot Papers", digests });
  const pointer = JSON.parse(files.get("v1/latest.json")!) as { days: unknown[] };
  expect(pointer.days).toHaveLength(14);
});

testWithShared(
  "digests",
  "the whole archive becomes a site whose pages all lead somewhere",
  async () => {
    await newFolder();
    const ended = await run(["publish", sharedPath("digests"), "--out", join(folder, "site"), "--url", BASE]);
    expect(ended).toMatchObject({ status: 0 });
    expect(ended.err).toContain("294 days");
    const files = allFiles();
    const { links } = elementsOf(files["archive.html"]!);
    expect(
      links.filter((link) => !link.startsWith("https:") && link !== "#main" && !(link in files)),
    ).toEqual([]);
    await removeFolder();
  },
  { timeout: 240_000 },
);
