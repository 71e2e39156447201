import { expect, test } from "vitest";
import { dayHash, targetOf } from "../../lib/hot-list/day-target.ts";

test("no hash asks for the newest day", () => {
  expect(targetOf("")).toEqual({ kind: "newest" });
  expect(targetOf("#")).toEqual({ kind: "newest" });
});

test("a hash names a day, and the hash of a day names it again", () => {
  expect(targetOf("#2021-08-12")).toEqual({ kind: "day", date: "2021-08-12" });
  expect(targetOf(dayHash("2021-08-12"))).toEqual({ kind: "day", date: "2021-08-12" });
});

test.each([
  ["#2021-02-29", "2021-02-29"],
  ["#2021-8-12", "2021-8-12"],
  ["#2021-08-12T10:00", "2021-08-12T10:00"],
  ["#%E2%9C%93", "✓"],
  ["#100%", "100%"],
  ["#<script>", "<script>"],
])("%s is no day, and keeps what it says for the note", (hash, asked) => {
  expect(targetOf(hash)).toEqual({ kind: "unreadable", asked });
});
