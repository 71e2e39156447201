import { expect, test } from "vitest";
import { fileSize, percent } from "../../lib/texts/quantity.ts";

test.each([
  [0, "0%"],
  [0.484, "48%"],
  [1, "100%"],
])("a share of %d is %s", (share, words) => {
  expect(percent(share)).toBe(words);
});

test.each([
  [0, "0 byte"],
  [512, "512 byte"],
  [1000, "1 kB"],
  [72_300, "72 kB"],
  [3_140_000, "3.1 MB"],
  [20_971_520, "21 MB"],
  [5_000_000_000_000, "5,000 GB"],
])("%i bytes are %s", (bytes, words) => {
  expect(fileSize(bytes)).toBe(words);
});
