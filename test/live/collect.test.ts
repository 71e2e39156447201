/** `hot-papers collect` as people run it, against a Jetstream of our own, and the whole way from there to a digest. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseDigest } from "../../lib/digest/schema.ts";
import { startApiHost } from "../api-host/host.ts";
import { NOW, usualWorld } from "../api-host/world.ts";
import { localAddresses, run, start } from "../feeds/publish/run-cli.ts";
import { BINARY, frame } from "../jetstream-host/frames.ts";
import { startJetstream, type JetstreamHost } from "../jetstream-host/host.ts";
import {
  card,
  deleted,
  inventedDid,
  madeStream,
  posted,
  quoteWithCard,
  seeded,
  type StreamEvent,
} from "../jetstream-host/made-stream.ts";

/** More on demand: HOT_PAPERS_KILLS=20. */
const KILLS = Number(process.env["HOT_PAPERS_KILLS"] ?? 6);
const HOUR = 3_600_000;
const TIME = ["--now", "2026-11-20T22:00:00"];

/** Six hours and a bit, an event every ten seconds. */
const stream = madeStream(NOW - 7 * HOUR, NOW + 60_000, 10_000);

let folder: string;
let hosts: JetstreamHost[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hot-papers-"));
  hosts = [];
});
afterEach(async () => {
  for (const host of hosts) await host.close();
  await rm(folder, { recursive: true, force: true });
});

async function jetstream(events: readonly StreamEvent[] = stream): Promise<JetstreamHost> {
  const host = await startJetstream(events);
  hosts.push(host);
  return host;
}

const collect = (out: string, on: readonly JetstreamHost[], ...more: string[]) => [
  "collect",
  "--out",
  join(folder, out),
  "--hours",
  "6",
  ...TIME,
  ...on.flatMap(({ url }) => ["--host", url]),
  ...more,
];

/** The files of hours, name and text. */
const filesIn = (out: string): Record<string, string> => {
  const place = join(folder, out, ".bluesky");
  return Object.fromEntries(
    readdirSync(place).map((name) => [name, readFileSync(join(place, name), "utf8")]),
  );
};
const urisIn = (out: string) =>
  Object.values(filesIn(out)).flatMap((text) =>
    [...text.matchAll(/"uri":"([^"]+)"/gu)].map(([, uri]) => uri),
  );

describe("collect", { timeout: 120_000 }, () => {
  test("keeps the posts of each hour, twice the same, and says how far it came", async () => {
    const host = await jetstream();
    const { status, err } = await run(collect("a", [host]));
    expect([status, err]).toEqual([0, expect.stringContaining("covered until 2026-11-20T22:00:00")]);
    expect(Object.keys(filesIn("a"))).toEqual(
      [16, 17, 18, 19, 20, 21, 22].map((h) => `2026-11-20T${h}.jsonl`),
    );
    expect(filesIn("a")["2026-11-20T17.jsonl"]).toMatch(
      /^\{"jetstream":1,"covered":\[\[1795194000000000,1795197600000000\]\]\}\n\{"at"/u,
    );
    expect(urisIn("a").length).toBeGreaterThan(150);
    await run(collect("b", [host]));
    expect(filesIn("b")).toEqual(filesIn("a"));
    // Again in the same folder: some seconds are heard again, and nothing changes.
    expect(await run(collect("b", [host]))).toMatchObject({ status: 0 });
    expect(host.cursors.at(-1)).toBeGreaterThan((NOW - 11_000) * 1000);
    expect(filesIn("b")).toEqual(filesIn("a"));
  });

  test(
    "killed at random moments it continues, and ends with the same bytes",
    { timeout: 300_000 },
    async () => {
      const whole = await jetstream();
      await run(collect("whole", [whole]));
      const host = await jetstream();
      const random = seeded(Number(process.env["HOT_PAPERS_SEED"] ?? 7));
      for (let turn = 0; turn < KILLS; turn++) {
        const at = Math.floor(random() * 2400);
        const reached = new Promise<void>((done) => {
          host.before = (_, had) => {
            if (had < at) return undefined;
            done();
            return "hang";
          };
        });
        const command = start(collect("killed", [host]));
        const first = await Promise.race([reached, command.ended]);
        command.kill();
        await command.ended;
        if (first) break; // it had come so far already that it ended
      }
      host.before = () => undefined;
      const { status, err } = await run(collect("killed", [host]));
      expect([status, err]).toEqual([0, expect.stringContaining("covered until 2026-11-20T22:00:00")]);
      expect(filesIn("killed")).toEqual(filesIn("whole"));
    },
  );

  test("cut, closed, refused or sent rubbish it goes on with the other host, some seconds back", async () => {
    const whole = await jetstream();
    await run(collect("whole", [whole]));
    const [one, other] = [await jetstream(), await jetstream()];
    const rubbish = [
      frame("not JSON"),
      frame('{"did":"did:plc:a","time_us":9999999999999999,"kind":"commit"}'),
      frame(JSON.stringify({ did: inventedDid(1), time_us: (NOW - 90 * HOUR) * 1000, kind: "identity" })),
      frame(
        posted((NOW + 9 * HOUR) * 1000, {
          did: inventedDid(1),
          key: "a",
          links: ["https://arxiv.org/abs/2611.12345"],
        }).text,
      ),
      frame(Buffer.from([1, 2, 3]), BINARY),
      frame(`{"arxiv":"${"x".repeat(1_200_000)}"}`),
    ];
    one.before = (_, had, turn) => {
      if (turn === 1 && had === 700) return "cut";
      return rubbish[had % 97];
    };
    other.before = (_, had, turn) => (turn === 1 && had === 300 ? "close" : undefined);
    const { status, err } = await run(collect("cut", [one, other]));
    expect([status, err]).toEqual([
      0,
      expect.stringMatching(/: cut\n.*ended by the host \(1001 going away\)\n/su),
    ]);
    expect(err).toMatch(/[1-9]\d* of them could not be read/u);
    expect(filesIn("cut")).toEqual(filesIn("whole"));
    const lastOfOne = stream.filter(({ time }) => time >= one.cursors[0]!)[699]!.time;
    expect(other.cursors[0]).toBeLessThanOrEqual(lastOfOne - 9_000_000);
  });

  test("a host that has forgotten the time is left for one that has not; if none has, that is said", async () => {
    const [young, old] = [await jetstream(), await jetstream()];
    young.keptFrom = (NOW - 2 * HOUR) * 1000;
    expect((await run(collect("a", [young, old]))).err).toContain("has nothing before 2026-11-20T20:0");
    expect(Object.keys(filesIn("a"))).toHaveLength(7);
    old.keptFrom = (NOW - 3 * HOUR) * 1000;
    const { status, err } = await run(collect("b", [young, old]));
    expect([status, err]).toEqual([0, expect.stringContaining("nor have the others: this time stays empty")]);
    expect(Object.keys(filesIn("b"))).not.toContain("2026-11-20T18.jsonl");
  });

  test("held up for too long it is cut by the host, and still misses nothing", async () => {
    // More than the buffers between two processes hold, so that the host sees that nothing is read.
    const filler = Array.from({ length: 12_000 }, (_, n) => {
      const time = Math.round((NOW - 6 * HOUR + (n * 6 * HOUR) / 12_000) * 1000) + 1;
      return posted(time, { did: inventedDid(1000), key: `f${n}`, text: "long talk ".repeat(200) });
    });
    const host = await jetstream([...stream, ...filler].toSorted((a, b) => a.time - b.time));
    const whole = await jetstream();
    await run(collect("whole", [whole]));
    host.patience = 200;
    let hold = () => undefined as void;
    const reached = new Promise<void>((done) => {
      hold = done;
    });
    let goOn = () => undefined as void;
    const stopped = new Promise<undefined>((done) => {
      goOn = () => done(undefined);
    });
    host.before = (_, had, turn) => {
      if (turn > 1 || had !== 100) return undefined;
      hold();
      return stopped;
    };
    const command = start(collect("slow", [host]));
    await reached;
    command.signal("SIGSTOP");
    goOn();
    await expect.poll(() => host.cutReaders, { timeout: 60_000 }).toBe(1);
    host.patience = 20_000;
    command.signal("SIGCONT");
    expect(await command.ended).toMatchObject({ status: 0 });
    expect(host.cursors.length).toBeGreaterThan(1);
    expect(urisIn("slow")).toEqual(urisIn("whole"));
  });

  test("Ctrl-C and a service manager's signal end it in order, with what came until then", async () => {
    for (const [signal, status] of [
      ["SIGINT", 130],
      ["SIGTERM", 143],
    ] as const) {
      const host = await jetstream();
      const reached = new Promise<void>((done) => {
        host.before = (_, had) => {
          if (had < 1500) return undefined;
          done();
          return "hang";
        };
      });
      const command = start(collect(signal, [host], "--follow"));
      await reached;
      const place = join(folder, signal, ".bluesky");
      await expect
        .poll(() => existsSync(place) && readdirSync(place).length, { timeout: 60_000 })
        .toBeGreaterThan(1);
      command.signal(signal);
      expect(await command.ended).toMatchObject({
        status,
        err: expect.stringContaining("the next run continues here") as string,
      });
      expect(Object.keys(filesIn(signal)).every((name) => name.endsWith(".jsonl"))).toBe(true);
    }
  });

  test("two at once are refused, and a lock that a killed run left is taken", async () => {
    const host = await jetstream();
    const reached = new Promise<void>((done) => {
      host.before = () => {
        done();
        return "hang";
      };
    });
    const first = start(collect("a", [host]));
    await reached;
    expect(await run(collect("a", [host]))).toMatchObject({
      status: 1,
      err: expect.stringContaining(`on ${hostname()} collects here already`) as string,
    });
    first.kill();
    await first.ended;
    expect(existsSync(join(folder, "a/.bluesky/lock.json"))).toBe(true);
    host.before = () => undefined;
    expect(await run(collect("a", [host]))).toMatchObject({ status: 0 });
    expect(existsSync(join(folder, "a/.bluesky/lock.json"))).toBe(false);
  });

  test("files that a killed run wanted to write together are written before anything else", async () => {
    const host = await jetstream();
    await run(collect("whole", [host]));
    await run(collect("a", [host]));
    const place = join(folder, "a/.bluesky");
    const files = filesIn("a");
    const [name = ""] = Object.keys(files);
    writeFileSync(join(place, name), "half of");
    writeFileSync(join(place, "together.json"), JSON.stringify({ [name]: files[name], "../evil.txt": "no" }));
    writeFileSync(join(place, `${name}.123.tmp`), "a draft");
    expect(await run(collect("a", [host]))).toMatchObject({ status: 0 });
    expect(filesIn("a")).toEqual(filesIn("whole"));
    expect(existsSync(join(folder, "a/evil.txt"))).toBe(false);
  });

  test("old files go, what is not an hour's file stays", async () => {
    const host = await jetstream();
    const place = join(folder, "a/.bluesky");
    mkdirSync(place, { recursive: true });
    for (const name of ["2026-11-12T13.jsonl", "2026-11-12T13.txt"]) writeFileSync(join(place, name), "old");
    await run(collect("a", [host]));
    expect(readdirSync(place)).toContain("2026-11-12T13.txt");
    expect(readdirSync(place)).not.toContain("2026-11-12T13.jsonl");
  });

  test("a host that does not answer our goodbye does not keep the command from ending", async () => {
    const host = await jetstream();
    host.deaf = true;
    expect(await run(collect("a", [host]))).toMatchObject({ status: 0 });
  });

  test("called wrongly it ends with 2", async () => {
    for (const wrong of [
      ["--hours", "0"],
      ["--hours", "x"],
      ["--keep", "3"],
      ["--host", "https://example.org"],
    ])
      expect(await run([...collect("a", []), ...wrong])).toMatchObject({ status: 2 });
    expect(await run(["collect"])).toMatchObject({ status: 2 });
  });
});

describe("from the stream to the digest", () => {
  /** The usual world's posts as Jetstream sends them, between others that say nothing of papers, over the 72 hours of the day. */
  function worldStream(): StreamEvent[] {
    const world = usualWorld();
    const inStream = world.posts
      .filter(({ createdAt }) => createdAt > "2026-11-17")
      .flatMap(({ did, key, text, links, card: link, quoteCard, createdAt, deleted: isGone }) => {
        const time = Date.parse(createdAt) * 1000 + Number(key.slice(-4)) * 1000;
        const embed = link ? card(link) : quoteCard && quoteWithCard("at://did:plc:x/y/z", quoteCard);
        const event = posted(time, { did, key, text, ...(links && { links }), ...(embed && { embed }) });
        return isGone ? [event, deleted(time + 5_000_000, did, key)] : [event];
      });
    const talk = Array.from({ length: 73 * 60 }, (_, n) =>
      posted((NOW - 72.5 * HOUR + n * 60_000) * 1000, { did: inventedDid(1), key: `t${n}`, text: "talk" }),
    );
    return [...inStream, ...talk].toSorted((a, b) => a.time - b.time);
  }

  const build = (addresses: string[]) => ["build", "--out", folder, ...TIME, ...addresses];
  const file = () => readFileSync(join(folder, "2026-11-20.json"), "utf8");

  test("all hours make Bluesky complete without a search, killed at any request and byte for byte", async () => {
    const stand = await jetstream(worldStream());
    const host = await startApiHost(usualWorld(), () => NOW);
    try {
      const hours = ["collect", "--out", folder, "--hours", "72", ...TIME, "--host", stand.url];
      expect(await run(hours)).toMatchObject({ status: 0 });
      const { status, err } = await run(build(localAddresses(host)));
      expect([status, err]).toEqual([0, expect.stringContaining("all posts of 72 hours were collected")]);
      const whole = file();
      const digest = parseDigest(JSON.parse(whole) as unknown).digest!;
      expect(digest.sources?.find(({ source }) => source === "bluesky")).toMatchObject({
        state: "ok",
        complete: true,
      });
      // The figures of the test's own world, without bots, labels, opt-outs and what was deleted.
      expect(
        Object.fromEntries(
          digest.papers.map(({ id, counts }) => [
            id,
            counts.find(({ network }) => network === "bluesky")?.likes,
          ]),
        ),
      ).toMatchObject({ "2611.12345": 305, "2611.12402": 120, "2611.12401": 40, "hep-th/9711200": 9 });
      expect(host.asked.filter(({ text }) => text.includes("searchPosts"))).toEqual([]);

      const all = host.asked.length;
      await rm(join(folder, "2026-11-20.json"));
      host.asked.length = 0;
      const answered = () => host.asked.filter((asked) => asked.answered).length;
      for (let turn = 1; turn <= all; turn += 3) {
        const reached = new Promise<void>((done) => {
          host.instead = () => {
            if (answered() < turn - 1) return undefined;
            done();
            return "hang";
          };
        });
        const command = start(build(localAddresses(host)));
        await reached;
        command.kill();
        await command.ended;
      }
      host.instead = () => undefined;
      expect(await run(build(localAddresses(host)))).toMatchObject({ status: 0 });
      expect(file()).toBe(whole);
    } finally {
      await host.close();
    }
  }, 120_000);

  test("missing hours are said, and the search is kept beside what was collected", async () => {
    const stand = await jetstream(worldStream());
    const host = await startApiHost(usualWorld(), () => NOW);
    try {
      await run(["collect", "--out", join(folder, "c"), "--hours", "24", ...TIME, "--host", stand.url]);
      const options = [...build(localAddresses(host)), "--collected", join(folder, "c")];
      expect((await run(options)).status).toBe(0);
      const found = parseDigest(JSON.parse(file()) as unknown).digest!;
      const state = found.sources?.find(({ source }) => source === "bluesky");
      expect(state).toMatchObject({
        note: expect.stringContaining("posts of 24 of 72 hours were collected") as string,
      });
      // A post of the first day, which only the search has.
      expect(found.papers.map(({ id }) => id)).toContain("hep-th/9711200");

      host.instead = (service) => (service === "bluesky" ? { status: 403 } : undefined);
      await run([...options, "--replace"]);
      const alone = parseDigest(JSON.parse(file()) as unknown).digest!;
      expect(alone.sources?.find(({ source }) => source === "bluesky")).toMatchObject({
        state: "ok",
        complete: false,
        note: expect.stringContaining("search: answered 403") as string,
      });
    } finally {
      await host.close();
    }
  }, 120_000);
});
