import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPaperId, monthOf, numberOf, paperIdFrom, parsePaperId } from "../../lib/paper/paper-id.ts";
import { expectLinear } from "../setup/growth.ts";

describe("ids are canonical after parsing, whatever form arXiv's pages and links use", () => {
  test.each([
    ["2108.04840", "2108.04840", undefined],
    ["2108.04840v2", "2108.04840", 2],
    ["arXiv:2108.04840v25", "2108.04840", 25],
    ["ARXIV:2108.04840V1", "2108.04840", 1],
    ["2108.04840v", "2108.04840", undefined],
    ["2108.04840v1.pdf", "2108.04840", 1],
    ["2108.04840//", "2108.04840", undefined],
    [" 0704.0001 ", "0704.0001", undefined],
    ["1412.9999", "1412.9999", undefined],
    ["1810.4805v1", "1810.04805", 1],
    ["1501.00001", "1501.00001", undefined],
    ["hep-th/9901001", "hep-th/9901001", undefined],
    ["HEP-TH/9901001v3", "hep-th/9901001", 3],
    ["math.GT/0309136", "math/0309136", undefined],
    ["nlin.CD/0703037", "nlin/0703037", undefined],
    ["cond-mat/0703772", "cond-mat/0703772", undefined],
    ["acc-phys/9411001", "acc-phys/9411001", undefined],
    ["math/0202001v2.pdf", "math/0202001", 2],
    ["astro-ph/0301632/", "astro-ph/0301632", undefined],
    ["cond-mat.str-el/0301632", "cond-mat/0301632", undefined],
    ["arXiv: 2101.09207", "2101.09207", undefined],
  ])("%s is %s, version %s", (text, id, version) => {
    expect(parsePaperId(text)).toEqual(version === undefined ? { id } : { id, version });
  });

  test.each([
    "",
    "v1",
    "2113.04840",
    "2100.04840",
    "2108.048",
    "2108.048401",
    "1412.99999",
    "108.04840",
    "hep-th/99010011",
    "hep-th/9913001",
    "hepth/9711200",
    "hep-th-x/9711200",
    "constructor/9711200",
    "MATHS.GT/0309136",
    "hep-th/9711000",
    "2108.00000",
    "1412.0000",
  ])("%o is not an id", (text) => expect(parsePaperId(text)).toBeUndefined());

  test.each([
    "10.1145/2108.04840",
    "x2108.04840",
    "2108.04840/abs",
    "hep-th/9901001/x",
    "javascript:2108.04840",
  ])("%s only contains an id and is not one", (text) => expect(parsePaperId(text)).toBeUndefined());
});

test.each(["alg-geom", "cmp-lg", "chao-dyn", "q-alg", "math-ph", "physics", "cs"])(
  "the archive %s is one of arXiv's, or was",
  (archive) => {
    expect(isPaperId(`${archive}/9711200`)).toBe(true);
    expect(isPaperId(`${archive.replace("-", "")}x/9711200`)).toBe(false);
  },
);

test("only the canonical form counts as an id", () => {
  expect(isPaperId("2108.04840")).toBe(true);
  for (const text of [
    "2108.4840",
    "2108.04840v1",
    "arXiv:2108.04840",
    "math.GT/0309136",
    "MATH/0309136",
    "",
  ]) {
    expect(isPaperId(text)).toBe(false);
  }
});

test("month and number say the same as the id, so that the index can be kept by them", () => {
  const month = fc.tuple(fc.integer({ min: 7, max: 90 }), fc.integer({ min: 1, max: 12 }));
  const recent = month.map(([y, m]) => `${String(y).padStart(2, "0")}${String(m).padStart(2, "0")}`);
  fc.assert(
    fc.property(recent, fc.integer({ min: 1, max: 9999 }), (name, number) => {
      const id = paperIdFrom(name, number);
      expect(isPaperId(id)).toBe(true);
      expect([monthOf(id), numberOf(id)]).toEqual([name, number]);
    }),
  );
  expect(paperIdFrom("hep-th/9901", 1)).toBe("hep-th/9901001");
  expect([monthOf(paperIdFrom("hep-th/9901", 1)), numberOf(paperIdFrom("hep-th/9901", 1))]).toEqual([
    "hep-th/9901",
    1,
  ]);
});

test.each(["/", "v", "v1", " ", "a-", "2108.04840"])(
  "a text of any length of %j is read in linear time",
  (run) => {
    expectLinear(
      (size) => `${run.repeat(size / run.length)}x`,
      (text) => expect(parsePaperId(text)).toBeUndefined(),
    );
  },
);
