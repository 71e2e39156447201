import { expect, test } from "vitest";
import {
  asksToLook,
  paperHash,
  type Target,
  targetOf,
  periodHash,
  periodSlug,
} from "../../lib/hot-list/target.ts";
import { type Span, SPANS } from "../../lib/hot-list/period.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";

test("no hash asks for the newest day", () => {
  expect(targetOf("")).toEqual({ kind: "newest", span: "day" });
  expect(targetOf("#")).toEqual({ kind: "newest", span: "day" });
});

test.each(SPANS.filter((span) => span !== "all"))("the hash of a %s names it again", (span) => {
  const period = { span, date: "2021-08-12" };
  expect(targetOf(periodHash(period))).toEqual({ kind: "period", period });
  expect(targetOf(periodHash(period, "cs.CL"))).toEqual({ kind: "period", period, category: "cs.CL" });
});

test("the hash of a search names it again, whatever signs it has", () => {
  const period = { span: "all", date: "2021-08-12" } as const;
  for (const search of ["graph neural", "50% & more?", "\\alpha+#", "日本"])
    expect(targetOf(periodHash(period, undefined, search))).toEqual({ kind: "newest", span: "all", search });
});

test("all time needs no day", () => {
  expect(periodHash({ span: "all", date: "2021-08-12" })).toBe("#all");
  expect(targetOf("#all")).toEqual({ kind: "newest", span: "all" });
});

test.each<[string, Span, string]>([
  ["#2021-08-12", "day", "2021-08-12"],
  ["#week/2021-08-12", "week", "2021-08-12"],
  ["#month/2021-08", "month", "2021-08-01"],
  ["#year/2021", "year", "2021-01-01"],
  ["#on-this-day/02-29", "onThisDay", "2000-02-29"],
])("%s is the %s of %s", (hash, span, date) => {
  expect(targetOf(hash)).toEqual({ kind: "period", period: { span, date } });
});

test.each<[string, Target]>([
  ["#week", { kind: "newest", span: "week" }],
  ["#on-this-day", { kind: "newest", span: "onThisDay" }],
  ["#saved", { kind: "saved" }],
  ["#all?category=hep-th", { kind: "newest", span: "all", category: "hep-th" }],
  ["#2021-08-12?category=<b>", { kind: "period", period: { span: "day", date: "2021-08-12" } }],
])("%s", (hash, target) => {
  expect(targetOf(hash)).toEqual(target);
});

test.each(["2108.04840", "hep-th/9901001"] as PaperId[])("a hash names the paper %s", (id) => {
  expect(targetOf(paperHash(id))).toEqual({ kind: "paper", id });
});

test("a period's name in a file says its period, the same on each of its days", () => {
  expect(SPANS.map((span) => periodSlug({ span, date: "2021-08-12" }))).toEqual([
    "2021-08-12",
    "week-2021-08-09",
    "2021-08",
    "2021",
    "all",
    "on-this-day-08-12",
  ]);
});

test.each([
  ["#2021-02-29", "2021-02-29"],
  ["#2021-8-12", "2021-8-12"],
  ["#2021-08-12T10:00", "2021-08-12T10:00"],
  ["#week/2021-02-29", "week/2021-02-29"],
  ["#week/2021-08-12/x", "week/2021-08-12/x"],
  ["#all/2021-08-12", "all/2021-08-12"],
  ["#decade/2021", "decade/2021"],
  ["#paper/", "paper/"],
  ["#paper/1", "paper/1"],
  ["#%E2%9C%93", "✓"],
  ["#100%", "100%"],
  ["#<script>", "<script>"],
])("%s is nothing of ours, and keeps what it says for the note", (hash, asked) => {
  expect(targetOf(hash)).toEqual({ kind: "unreadable", asked });
});

test("a paper may be asked for with the button that looks at it now", () => {
  for (const id of ["2108.04840", "hep-th/9901001"] as PaperId[]) {
    expect(targetOf(`${paperHash(id)}?look`)).toEqual({ kind: "paper", id });
    expect([asksToLook(`${paperHash(id)}?look`), asksToLook(paperHash(id))]).toEqual([true, false]);
  }
});
