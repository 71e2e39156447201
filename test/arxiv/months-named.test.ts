import { expect, test } from "vitest";
import { monthsNamed } from "../../lib/arxiv/page-kind.ts";

const ofYear = (year: string) =>
  Array.from({ length: 12 }, (_, month) => `${year}${`${month + 1}`.padStart(2, "0")}`);

test.each([
  ["https://arxiv.org/abs/2108.04840v2", ["2108"]],
  ["https://arxiv.org/abs/hep-th/9901001", ["hep-th/9901"]],
  ["https://arxiv.org/list/cs.CL/2021-08", ["2108"]],
  ["https://arxiv.org/list/cs.CL/2021-08?skip=50&show=25", ["2108"]],
  ["https://export.arxiv.org/list/cs/202108", ["2108"]],
  ["https://arxiv.org/list/astro-ph/1995-01", ["astro-ph/9501"]],
  ["https://arxiv.org/list/math.GT/2007-03", ["math/0703"]],
  ["https://arxiv.org/list/math.GT/2007-04", ["0704"]],
  ["https://arxiv.org/list/cs/2018", ofYear("18")],
  ["https://arxiv.org/list/cs/2021?skip=0&show=2000", ofYear("21")],
  ["https://arxiv.org/list/math.GT/2006", ofYear("06").map((month) => `math/${month}`)],
  ["https://arxiv.org/list/cs/new", ["2601", "2512"]],
  ["https://arxiv.org/list/cs.LG/recent?skip=0&show=50", ["2601", "2512"]],
  ["https://arxiv.org/list/cs/pastweek", ["2601", "2512"]],
  ["https://arxiv.org/list/cs/current", ["2601", "2512"]],
  ["https://arxiv.org/catchup/cs.CL/2022-01-12", ["2201"]],
  ["https://arxiv.org/catchup/grp_physics/2011-02-03?abs=False&page=1", ["1102"]],
  ["https://arxiv.org/list?archive=cs&year=2021&month=08", ["2108"]],
  ["https://arxiv.org/list?archive=cs&year=2021&month=8&submit=Go", ["2108"]],
  ["https://arxiv.org/list?archive=cs&year=21&month=all", ofYear("21")],
  ["https://arxiv.org/list/?archive=math.GT&year=2006", ofYear("06").map((month) => `math/${month}`)],
  ["https://arxiv.org/list?year=95&month=12&archive=hep-th", ["hep-th/9512"]],
  ["https://arxiv.org/list?skip=25", []],
  ["https://arxiv.org/list?archive=cs&year=x&month=y", []],
  ["https://arxiv.org/catchup/cs.CL?next=/list/cs/2021-08", []],
  ["https://arxiv.org/a/levine_s_1", []],
  ["https://arxiv.org/search/?query=%2Flist%2Fcs", []],
  ["https://arxiv.org/", []],
])("%s names %o, which may be read before the page is there", (address, months) => {
  expect(monthsNamed(address, new Date("2026-01-31T12:00:00Z"))).toEqual(months);
});
