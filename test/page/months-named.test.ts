import { expect, test } from "vitest";
import { monthsNamed } from "../../lib/page/page-kind.ts";

test.each([
  ["https://arxiv.org/abs/2108.04840v2", ["2108"]],
  ["https://arxiv.org/abs/hep-th/9901001", ["hep-th/9901"]],
  ["https://arxiv.org/list/cs.CL/2021-08", ["2108"]],
  ["https://arxiv.org/list/cs.CL/2021-08?skip=50&show=25", ["2108"]],
  ["https://export.arxiv.org/list/cs/202108", ["2108"]],
  ["https://arxiv.org/list/astro-ph/1995-01", ["astro-ph/9501"]],
  ["https://arxiv.org/list/math.GT/2007-03", ["math/0703"]],
  ["https://arxiv.org/list/math.GT/2007-04", ["0704"]],
  ["https://arxiv.org/list/cs/2018", []],
  ["https://arxiv.org/list/cs/new", []],
  ["https://arxiv.org/list/cs/current", []],
  ["https://arxiv.org/search/?query=%2Flist%2Fcs", []],
  ["https://arxiv.org/", []],
])("%s names %o, which may be read before the page is there", (address, months) => {
  expect(monthsNamed(address)).toEqual(months);
});
