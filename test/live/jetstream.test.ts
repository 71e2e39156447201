/** What is read of Jetstream's events, and what is kept of them. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mayMatter, readEvent, timeAtHead } from "../../lib/live/jetstream/event.ts";
import { HourBook } from "../../lib/live/jetstream/hour-book.ts";
import { HOUR, hourInName, readHourFile } from "../../lib/live/jetstream/hour-file.ts";
import { HOLE, Run } from "../../lib/live/jetstream/run.ts";
import { holesIn, merged } from "../../lib/live/jetstream/spans.ts";
import { resumeFrom } from "../../lib/live/jetstream/resume-from.ts";
import {
  accountEvent,
  card,
  deleted,
  inventedDid,
  inventedKey,
  posted,
  postUri,
  quote,
  quoteWithCard,
  type MadePost,
} from "../jetstream-host/made-stream.ts";

const TIME = Date.parse("2026-11-20T13:10:00Z") * 1000;
const [did, key] = [inventedDid(1), inventedKey(1)];
const uri = postUri(did, key);
const PAPER = "https://arxiv.org/abs/2611.12345";
const SAMPLE = new URL("../../../shared/api-samples/bluesky.jetstream.v1.posts.jsonl", import.meta.url);

const read = (post: Partial<MadePost>) => readEvent(posted(TIME, { did, key, ...post }).text);

describe("an event", () => {
  test.each<[string, Partial<MadePost>, string[]]>([
    ["a link in a facet", { links: [PAPER] }, ["2611.12345"]],
    ["a link card", { embed: card("https://hf.co/papers/2611.12345") }, ["2611.12345"]],
    [
      "a card beside a quote",
      { embed: quoteWithCard(uri, "https://alphaxiv.org/abs/2611.12345") },
      ["2611.12345"],
    ],
    [
      "an old id and a new one",
      { links: [PAPER, "http://arxiv.org/abs/hep-th/9711200"] },
      ["2611.12345", "hep-th/9711200"],
    ],
    ["only a text", { text: "see arxiv.org/abs/2611.12345" }, []],
    ["a near miss", { links: ["https://arxiv.org/list/cs.LG/new"] }, []],
  ])("with %s gives its papers", (_, post, papers) => {
    expect(read(post)).toMatchObject({ kind: "post", time: TIME, uri, papers });
    expect(papers.length === 0 || mayMatter(posted(TIME, { did, key, ...post }).text)).toBe(true);
  });

  test("tells which post it quotes, with and without a card", () => {
    expect(read({ embed: quote("at://x/y/z") })).toMatchObject({ papers: [], quotes: "at://x/y/z" });
    expect(read({ embed: quoteWithCard("at://x/y/z", PAPER) })).toMatchObject({ quotes: "at://x/y/z" });
  });

  test("of small talk is passed over by a look at its text, and its time is read from there", () => {
    const { text } = posted(TIME, { did, key, text: 'says "time_us":1, and deletes nothing' });
    expect([mayMatter(text), timeAtHead(text)]).toEqual([false, TIME]);
    expect(mayMatter(deleted(TIME, did, key).text)).toBe(true);
    expect(mayMatter(accountEvent(TIME, did, "deleted").text)).toBe(true);
    expect(mayMatter(accountEvent(TIME, did).text)).toBe(false);
  });

  test.each([
    "",
    "null",
    "[]",
    "{",
    '{"did":"did:plc:a","time_us":1}',
    posted(TIME, { did: "did:plc:a/../b", key }).text,
    posted(TIME, { did, key: "a/b" }).text,
    posted(TIME, { did, key: "k".repeat(65) }).text,
    deleted(TIME, did, "a b").text,
    posted(TIME, { did, key, text: "x".repeat(1_000_001) }).text,
    "[".repeat(100_000),
  ])("that is not one is not read, whatever it looks like (%#)", (text) => {
    expect(readEvent(text)).toBeUndefined();
  });

  test("whose parts have other shapes than ours is a post without papers", () => {
    const event = JSON.parse(posted(TIME, { did, key }).text) as { commit: { record: unknown } };
    for (const record of [{ facets: 1, embed: [] }, { facets: [{ features: null }] }, {}]) {
      event.commit.record = record;
      expect(readEvent(JSON.stringify(event))).toMatchObject({ kind: "post", papers: [] });
    }
  });

  test.skipIf(!existsSync(SAMPLE))("of Bluesky's own samples is read, and none of them links a paper", () => {
    const lines = readFileSync(SAMPLE, "utf8").trim().split("\n");
    const kinds = lines.map((line) => readEvent(line)?.kind);
    expect(kinds.filter((kind) => kind === "deleted")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "post")).toHaveLength(17);
    expect(lines.map(timeAtHead)).toEqual(
      lines.map((line) => (JSON.parse(line) as { time_us: number }).time_us),
    );
  });
});

describe("the book of hours", () => {
  const post = (n: number, more: Partial<MadePost> = {}, at = TIME + n) =>
    readEvent(posted(at, { did: inventedDid(n), key: inventedKey(n), ...more }).text)!;
  const uriOf = (n: number) => postUri(inventedDid(n), inventedKey(n));
  const gone = (n: number) => readEvent(deleted(TIME + 500, inventedDid(n), inventedKey(n)).text)!;
  const uris = (book: HourBook) => book.all().map((each) => each.uri);

  test("keeps posts with papers and quotes of them, and not quotes of quotes", () => {
    const book = new HourBook();
    for (const event of [
      post(1, { links: [PAPER] }),
      post(2, { embed: quote(uriOf(1)) }),
      post(3, { embed: quote(uriOf(2)) }),
      post(4),
    ])
      book.take(event);
    expect(book.all()).toEqual([
      { at: TIME + 1, uri: uriOf(1), papers: ["2611.12345"] },
      { at: TIME + 2, uri: uriOf(2), papers: ["2611.12345"], quotes: uriOf(1) },
    ]);
  });

  test("drops what is deleted, by post or with its account; a quote of it stays", () => {
    const book = new HourBook();
    const events = [
      post(1, { links: [PAPER] }),
      post(2, { embed: quote(uriOf(1)) }),
      post(3, { links: [PAPER] }),
      gone(1),
      readEvent(accountEvent(TIME + 600, inventedDid(3), "deleted").text)!,
    ];
    for (const event of events) book.take(event);
    expect(uris(book)).toEqual([uriOf(2)]);
    // Heard once more, as after a cursor that goes back, nothing changes.
    for (const event of events) book.take(event);
    expect(uris(book)).toEqual([uriOf(2)]);
  });

  test("an account that only rests keeps its posts: the service says then what may be shown", () => {
    const book = new HourBook();
    book.take(post(1, { links: [PAPER] }));
    expect(book.take(readEvent(accountEvent(TIME + 9, inventedDid(1), "deactivated").text)!)).toBe(false);
    expect(book.size).toBe(1);
  });

  test("a change that takes the link away takes the post out, one that brings one takes it in", () => {
    const book = new HourBook();
    book.take(post(1, { links: [PAPER] }));
    book.take(post(1, { operation: "update" }, TIME + 50));
    expect(uris(book)).toEqual([]);
    book.take(post(1, { operation: "update", links: [PAPER] }, TIME + 60));
    expect(uris(book)).toEqual([uriOf(1)]);
  });

  test("written and read again it is the same, hour by hour, and only changed hours are written", () => {
    const book = new HourBook();
    book.take(post(1, { links: [PAPER] }));
    book.take(post(2, { links: [PAPER] }, TIME + HOUR));
    book.cover(TIME, TIME + HOUR + 9);
    const files = book.takeChanged();
    expect([...files.keys()]).toEqual(["2026-11-20T13.jsonl", "2026-11-20T14.jsonl"]);
    const again = new HourBook(files);
    expect([again.all(), again.covered, again.isChanged]).toEqual([book.all(), book.covered, false]);
    again.cover(TIME, TIME + HOUR + 5);
    expect(again.isChanged).toBe(false);
    again.take(post(3, { links: [PAPER] }));
    expect([...again.takeChanged().keys()]).toEqual(["2026-11-20T13.jsonl"]);
  });

  test("a file that is damaged covers nothing, so that its hour is collected again", () => {
    const book = new HourBook();
    book.take(post(1, { links: [PAPER] }));
    book.cover(TIME, TIME + 9);
    const [[name, text] = ["", ""]] = book.takeChanged();
    const hour = hourInName(name)!;
    expect(readHourFile(hour, text)).toMatchObject({ covered: [[TIME, TIME + 9]] });
    expect(readHourFile(hour, text.replace('"papers"', '"paper"'))).toEqual({ covered: [], posts: [] });
    expect(readHourFile(hour, text.slice(0, 60)).covered).toEqual([]);
    expect(readHourFile(hour, "{}").covered).toEqual([]);
    expect(["2026-13-20T13.jsonl", "2026-11-20T13.json", "lock.json"].map(hourInName)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("forgets hours that are old, with their posts", () => {
    const book = new HourBook();
    book.take(post(1, { links: [PAPER] }));
    book.take(post(2, { links: [PAPER] }, TIME + 3 * HOUR));
    book.cover(TIME, TIME + 3 * HOUR);
    book.forget(TIME + HOUR);
    expect(uris(book)).toEqual([uriOf(2)]);
    expect(book.covered[0]?.[0]).toBe(Date.parse("2026-11-20T14:00:00Z") * 1000);
  });
});

describe("times that are covered", () => {
  test("are united, and what they leave out is known", () => {
    expect(
      merged([
        [5, 9],
        [1, 3],
        [3, 4],
        [6, 7],
      ]),
    ).toEqual([
      [1, 4],
      [5, 9],
    ]);
    expect(
      holesIn(
        [
          [1, 4],
          [5, 9],
        ],
        [0, 12],
      ),
    ).toEqual([
      [0, 1],
      [4, 5],
      [9, 12],
    ]);
    expect(holesIn([[1, 9]], [2, 8])).toEqual([]);
  });

  test("go on with each event; one with a wrong time changes nothing, a hole ends them", () => {
    const run = new Run(TIME);
    run.hear(TIME + 9);
    run.hear(TIME + 5 * HOUR);
    run.hear(TIME + 12);
    expect(run.covered).toEqual([TIME, TIME + 12]);
    expect(run.hear(TIME + HOUR)).toBeUndefined();
    expect(run.hear(TIME + HOUR + HOLE / 2)).toEqual([TIME, TIME + 12]);
    expect(run.covered).toEqual([TIME + HOUR, TIME + HOUR + HOLE / 2]);
  });

  test.each<[string, [number, number][], boolean, number]>([
    ["nothing is there: the hours that are wanted", [], false, -24],
    ["the end of the last run, though that is a little before them", [[-50, -24.2]], false, -24.2],
    ["the hours that are wanted, if the hosts have forgotten the end", [[-60, -40]], false, -24],
    [
      "the first hole in them",
      [
        [-30, -10],
        [-8, -2],
      ],
      false,
      -10,
    ],
    [
      "a service: the end, whatever is missing before",
      [
        [-30, -10],
        [-8, -2],
      ],
      true,
      -2,
    ],
  ])("%s is where to go on", (_, hours, follow, from) => {
    const covered = hours.map(([a, b]) => [TIME + a * HOUR, TIME + b * HOUR] as const);
    const on = resumeFrom(covered, { now: TIME / 1000, hours: 24, follow });
    expect((on - TIME) / HOUR).toBeCloseTo(from, 6);
  });
});
