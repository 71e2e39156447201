import { expect, test } from "vitest";
import { dayAway, monthsOf, weeksOf } from "../../lib/hot-list/month-days.ts";

test("months are those that have a day, each once", () => {
  expect(monthsOf(["2021-07-30", "2021-08-02", "2021-08-03", "2022-01-13"])).toEqual([
    "2021-07",
    "2021-08",
    "2022-01",
  ]);
});

test.each([
  ["2021-08", 6, "2021-08-01", 6], // begins on a Sunday
  ["2021-02", 4, "2021-02-01", 0], // four whole weeks
  ["2024-02", 5, "2024-02-01", 3], // a leap year
])("%s has %i weeks from Monday to Sunday", (month, weeks, first, at) => {
  const rows = weeksOf(month);
  expect(rows).toHaveLength(weeks);
  expect(rows[0]?.indexOf(first)).toBe(at);
  for (const row of rows) expect(row).toHaveLength(7);
  const days = rows.flat().filter((day) => day !== undefined);
  expect(new Set(days).size).toBe(new Date(Date.UTC(+month.slice(0, 4), +month.slice(5), 0)).getUTCDate());
});

test("an arrow key goes to the next day that has a list", () => {
  const days = ["2021-08-11", "2021-08-12", "2021-08-20"];
  expect(dayAway(days, "2021-08-12", 1)).toBe("2021-08-20");
  expect(dayAway(days, "2021-08-12", 7)).toBe("2021-08-20");
  expect(dayAway(days, "2021-08-20", -7)).toBe("2021-08-12");
  expect(dayAway(days, "2021-08-11", -1)).toBeUndefined();
});
