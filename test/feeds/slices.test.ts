import { expect, test } from "vitest";
import { MOST_CHARACTERS, readDigests } from "../../lib/feeds/read/read-digests.ts";
import { createSlices } from "../../lib/feeds/read/slices.ts";

test("within a slice nothing waits; after it other tasks have a turn", async () => {
  let now = 0;
  const slice = createSlices(() => now);
  let others = 0;
  const other = setInterval(() => (others += 1), 0);
  await slice();
  await slice();
  expect(others).toBe(0);
  now += 1000;
  await slice();
  expect(others).toBeGreaterThan(0);
  clearInterval(other);
});

test("a file of digests that would take seconds to read is set aside unread", () => {
  const text = `---\ntitle: Hot Papers 2021-08-12\n---\n${"\n".repeat(MOST_CHARACTERS)}`;
  expect(readDigests({ text }, "2026-11-20")).toEqual({ digests: [], aside: { code: "tooLarge" } });
});
