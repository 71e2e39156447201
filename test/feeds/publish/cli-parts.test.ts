/** Parts of the command line that a whole run does not show: the terminal's bar, old answers, names that are missing. */
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LiveCommandOutside } from "../../../lib/cli/command.ts";
import { keptJob } from "../../../lib/cli/answer-cache.ts";
import { progress } from "../../../lib/cli/progress.ts";
import { buildDigest } from "../../../lib/live/build/build-digest.ts";
import { USUAL_SETTINGS } from "../../../lib/live/build/build-settings.ts";
import { startApiHost } from "../../api-host/host.ts";
import type { ApiHost } from "../../api-host/host.ts";
import { testOutside } from "../../api-host/outside.ts";
import { NOW, usualWorld } from "../../api-host/world.ts";

const HOUR = 3_600_000;

let folder: string;
let host: ApiHost;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hot-papers-"));
  host = await startApiHost(usualWorld(), () => NOW);
});
afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

function surroundings(draw?: (line: string) => void): LiveCommandOutside & { lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    out: () => undefined,
    err: (line) => void lines.push(line),
    readText: (path) => readFile(path, "utf8"),
    writeText: async (path, text) => {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    },
    listFiles: (path) => readdir(path),
    readInput: () => Promise.resolve(""),
    live: {
      env: {},
      outside: testOutside(),
      remove: (path) => rm(path, { recursive: true, force: true }),
      ...(draw && { draw }),
    },
  };
}

describe("progress", () => {
  const step = { name: "bluesky", state: "ok", text: "5 papers" } as const;

  test("is one line per step without a terminal", () => {
    const world = surroundings();
    const bar = progress(world, 4);
    bar.step(step);
    bar.step({ ...step, name: "names", state: "failed", text: "answered 503" });
    bar.end();
    expect(world.lines).toEqual(["Bluesky: 5 papers", "arXiv's names: failed, answered 503"]);
  });

  test("is a bar under the lines on a terminal, and is gone at the end", async () => {
    const drawn: string[] = [];
    const world = surroundings((line) => drawn.push(line));
    const bar = progress(world, 4);
    bar.step(step);
    await bar.watching(testOutside()).wait(40_000);
    bar.end();
    expect(world.lines).toEqual(["Bluesky: 5 papers"]);
    expect(drawn).toEqual(["", "[#####---------------] 1/4 ", "[#####---------------] 1/4 waiting 40 s", ""]);
  });
});

describe("kept answers", () => {
  const job = (now: number, settings = "a") => keptJob(join(folder, "day"), settings, now, surroundings());
  const ask = async (kept: Awaited<ReturnType<typeof job>>, path: string) => {
    const response = await kept.keeping(testOutside()).fetch(`${host.addresses.hackernews}${path}`);
    return response.text();
  };

  test("are taken for six hours by the same job, which keeps the time it began", async () => {
    const first = await job(NOW);
    const text = await ask(first, "/api/v1/search_by_date?query=a");
    const second = await job(NOW + 5 * HOUR);
    expect([second.started, second.found]).toEqual([NOW, 1]);
    expect(await ask(second, "/api/v1/search_by_date?query=a")).toBe(text);
    expect(host.asked).toHaveLength(1);
  });

  test.each([
    ["too old", NOW + 7 * HOUR, "a"],
    ["another job's", NOW + HOUR, "b"],
  ])("are dropped when they are %s", async (_, now, settings) => {
    await ask(await job(NOW), "/api/v1/search_by_date?query=a");
    expect((await job(now, settings)).found).toBe(0);
    expect(await readdir(join(folder, "day"))).toEqual(["job.json"]);
  });

  test("that are damaged are asked for again", async () => {
    await ask(await job(NOW), "/api/v1/search_by_date?query=a");
    const name = (await readdir(join(folder, "day"))).find((file) => file !== "job.json") ?? "";
    await writeFile(join(folder, "day", name), '{"url": "http');
    expect((await job(NOW)).found).toBe(0);
  });

  test("do not hold what may pass, nor what was sent with a password", async () => {
    host.instead = () => ({ status: 503 });
    await ask(await job(NOW), "/api/v1/search_by_date?query=a");
    host.instead = () => undefined;
    const kept = await job(NOW);
    await kept.keeping(testOutside()).fetch(`${host.addresses.hackernews}/api/v1/search`, { method: "POST" });
    expect((await job(NOW)).found).toBe(0);
  });

  test("do not hold a 400, unless it says that Bluesky has no such record", async () => {
    host.instead = () => ({ status: 400, body: "incorrect id format" });
    await ask(await job(NOW), "/api/v1/search_by_date?query=a");
    expect((await job(NOW)).found).toBe(0);
    host.instead = () => ({ status: 400, body: '{"error":"RecordNotFound"}' });
    expect(await ask(await job(NOW), "/api/v1/search_by_date?query=a")).toBe('{"error":"RecordNotFound"}');
    expect((await job(NOW)).found).toBe(1);
  });

  test("leave nothing behind, not even their folder", async () => {
    const kept = await job(NOW);
    await ask(kept, "/api/v1/search_by_date?query=a");
    await kept.done();
    expect(existsSync(folder)).toBe(false);
  });

  test("know when arXiv was asked last, for the pause after a restart", async () => {
    const kept = await job(NOW);
    expect(kept.askedAt([host.addresses.hackernews])).toBeUndefined();
    await ask(kept, "/api/v1/search_by_date?query=a");
    expect((await job(NOW)).askedAt([host.addresses.hackernews])).toBe(NOW);
  });
});

describe("when arXiv does not name the papers", () => {
  beforeEach(() => {
    host.instead = (service) => (service === "arxivApi" ? { status: 403 } : undefined);
  });

  test("those that a network names are kept, and arXiv is said to have failed", async () => {
    const built = await buildDigest(testOutside(), host.addresses, USUAL_SETTINGS, NOW);
    expect(built).toMatchObject({ state: "built" });
    const digest = built.state === "built" ? built.digest : undefined;
    expect(digest?.papers.map(({ id }) => id)).toEqual(["2611.12345", "2611.12401", "2611.11800"]);
    expect(digest?.sources?.at(-1)).toMatchObject({ source: "arxiv", state: "failed", reason: "refused" });
    expect(digest?.papers[0]).toMatchObject({ rank: 1, categories: [] });
  });

  test("and no network does, there is no digest: an empty one would mean that there is no talk", async () => {
    const settings = { ...USUAL_SETTINGS, networks: ["hackernews"] as const };
    expect(await buildDigest(testOutside(), host.addresses, settings, NOW)).toMatchObject({
      state: "failed",
    });
  });
});
