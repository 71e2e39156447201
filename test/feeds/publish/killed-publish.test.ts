/** A publish that is killed at any moment leaves a folder whose pointers name files that are there, with the sums that they have. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, watch, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addDays } from "../../../lib/digest/dates.ts";
import { digestFile } from "../../../lib/feeds/publish/publish-files.ts";
import { digestOf } from "../../live/build-digests.ts";
import { run, start } from "./run-cli.ts";

/** More on demand: HOT_PAPERS_KILLS=100. */
const KILLS = Number(process.env["HOT_PAPERS_KILLS"] ?? 12);
const DAYS = 8;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hot-papers-"));
  mkdirSync(join(folder, "in"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** All days anew: every day's file, every page and every pointer changes. */
function putDays(turn: number): void {
  for (let n = 0; n < DAYS; n++) {
    const date = addDays("2026-11-20", -n);
    // Not before the last one, so that each takes the published one's place.
    const generated = `2026-11-${21 + Math.floor(turn / 1000)}T${String(Math.floor(turn / 60) % 24).padStart(2, "0")}:${String(turn % 60).padStart(2, "0")}:00`;
    writeFileSync(
      join(folder, "in", `${date}.json`),
      digestFile(digestOf(date, { generated, title: `Hot Papers, made for the ${turn}th time` })),
    );
  }
}

const publish = () => ["publish", join(folder, "in"), "--out", join(folder, "site"), "--correct"];

/** What the pointers say and the files do not keep. */
function inconsistencies(): string[] {
  const v1 = join(folder, "site/v1");
  return ["latest.json", "index.json", "feed.json"].flatMap((pointer) => {
    const text = readFileSync(join(v1, pointer), "utf8");
    const named = JSON.parse(text) as { days?: Named[]; files?: Named[]; items?: Record<string, unknown>[] };
    const items = (named.items ?? []).map((item) => item["_hot_papers"] as Named);
    const days = named.days ?? named.files ?? items;
    if (days.length !== DAYS) return [`${pointer} names ${days.length} days`];
    return days.flatMap(({ url, sha256 }) => {
      const file = join(v1, url);
      if (!existsSync(file)) return [`${pointer} names ${url}, which is not there`];
      const sum = createHash("sha256").update(readFileSync(file)).digest("hex");
      return sum === sha256 ? [] : [`${pointer} names another sum of ${url}`];
    });
  });
}
interface Named {
  url: string;
  sha256: string;
}

/** Numbers between 0 and 1 that are the same at every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Resolves after so many changes in the folder. */
function changes(count: number): { seen: Promise<void>; stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let left = count;
  const watcher = watch(join(folder, "site"), { recursive: true }, () => {
    if (--left <= 0) resolve();
  });
  return { seen: promise, stop: () => watcher.close() };
}

test(
  "killed at random moments, the folder is whole, and the next run leaves nothing over",
  { timeout: 120_000 + KILLS * 20_000 },
  async () => {
    const random = seeded(20261128);
    putDays(0);
    expect(await run(publish())).toMatchObject({ status: 0 });
    const files = readdirSync(join(folder, "site"), { recursive: true, encoding: "utf8" });
    const count = files.filter((name) => statSync(join(folder, "site", name)).isFile()).length;
    let killed = 0;
    for (let turn = 1; turn <= KILLS; turn++) {
      putDays(turn);
      // A file makes about four events: its draft, twice its words, its name.
      const { seen, stop } = changes(1 + Math.floor(random() * count * 4));
      const command = start(publish());
      await Promise.race([seen, command.ended]);
      stop();
      command.kill();
      if ((await command.ended).status === null) killed++;
      expect([turn, inconsistencies()]).toEqual([turn, []]);
    }
    expect(killed).toBeGreaterThan(KILLS / 3);
    expect(await run(publish())).toMatchObject({ status: 0 });
    expect(inconsistencies()).toEqual([]);
    await run(publish());
    const left = readdirSync(join(folder, "site"), { recursive: true, encoding: "utf8" });
    expect(left.filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(readdirSync(join(folder, "site/v1/days"))).toHaveLength(2 * DAYS);
  },
);
