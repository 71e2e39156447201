import { beforeEach, expect, test, vi } from "vitest";
import { closeIndex, openIndex } from "../../lib/index/open.ts";
import { openFeedHost } from "../feed-host/feed-host.ts";
import type { FeedHost } from "../feed-host/feed-host.ts";
import { daysBefore, madeDigest } from "../made-feeds/made-digest.ts";
import { pointerFeed } from "../made-feeds/made-feeds.ts";
import { dump } from "../index/dump.ts";
import { FeedsWorld, HOUR } from "./feeds-world.ts";

let host: FeedHost;
let world: FeedsWorld;
const START = Date.UTC(2026, 10, 20, 23);

/** What the publisher has at a time: a digest each day at 22:05, whose counts are refreshed for three days. */
function publish(now: number): void {
  const last = new Date(now - 22 * HOUR - 5 * 60_000).toISOString().slice(0, 10);
  const digests = daysBefore(last, 30).map((date, age) => {
    const refreshed = daysBefore(last, Math.min(age, 3) + 1)[0] ?? last;
    const end = new Date(Date.parse(date) + Math.min(age, 3) * 24 * HOUR).toISOString().slice(0, 10);
    return madeDigest(date, { papers: 25, generated: `${end < refreshed ? end : refreshed}T22:05:00` });
  });
  host.serve(pointerFeed(digests));
}

beforeEach(async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  host = await openFeedHost();
  world = new FeedsWorld();
  world.now = START;
  return async () => {
    await host.close();
    await closeIndex();
  };
});

test("in a week: the pointer twice a day, new and changed days, nothing that identifies a reader", async () => {
  host.behave("*", { gzip: true });
  publish(world.now);
  await world.add(`${host.origin}/v1/latest.json`);
  const first = host.requests.splice(0);
  const end = START + 7 * 24 * HOUR;
  let wakes = 0;
  for (; world.now < end; world.now += HOUR) {
    publish(world.now);
    // A reader opens arXiv, the popup, a day; the worker is stopped and starts again.
    await world.restart();
    await world.feeds.wantMonths(["2021-08"]);
    wakes += 1;
    if ((await world.alarmAt()) ?? Infinity <= world.now) await world.feeds.alarm("feeds");
  }
  expect(wakes).toBe(168);

  const paths = host.requests.map(({ path }) => path);
  const days = paths.filter((path) => path.startsWith("/v1/days/"));
  expect(paths.filter((path) => path === "/v1/latest.json").length).toBeGreaterThan(12);
  expect(paths.filter((path) => path === "/v1/latest.json").length).toBeLessThan(16);
  expect(
    paths.filter((path) => !/^\/v1\/(?:latest\.json|days\/\d{4}-\d{2}-\d{2}\.json)$/u.test(path)),
  ).toEqual([]);
  expect(world.asked.filter((url) => !url.startsWith(host.origin))).toEqual([]);
  expect(days.length, "each day as it is new, and once for each refresh").toBeLessThanOrEqual(7 * 4);

  const asked = host.requests.map(({ path, headers }) => `${path} ${JSON.stringify(headers)}`).join("\n");
  const { digests } = await dump(await openIndex());
  const ids = digests.flatMap(({ papers }) => papers.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(500);
  expect(ids.filter((id) => asked.includes(id))).toEqual([]);
  expect(asked).not.toMatch(/arxiv|cookie|referer/iu);
  // The same header fields for every request: a reader cannot be told from another.
  expect(new Set(host.requests.map(({ headers }) => JSON.stringify(headers))).size).toBe(1);

  const bytes = (of: typeof first) => of.reduce((sum, request) => sum + request.bytes, 0);
  console.info(
    `first day: ${first.length} requests, ${bytes(first)} bytes; then a day: ` +
      `${(host.requests.length / 7).toFixed(1)} requests, ${Math.round(bytes(host.requests) / 7)} bytes; pointer ` +
      `${host.requests.find(({ path }) => path === "/v1/latest.json")?.bytes} bytes, day file ` +
      `${host.requests.find(({ path }) => path.startsWith("/v1/days/"))?.bytes} bytes`,
  );
});
