import { describe, expect, test } from "vitest";
import { isTitleOnly } from "../../lib/digest/title-only.ts";

const TITLE = "Small Models that Read Long Lists of Papers";
const AUTHORS = ["Ada Example", "Bo van Example"];
const titleOnly = (text: string) => isTitleOnly(text, TITLE, AUTHORS);

describe("a post that only repeats the title has nothing of its own", () => {
  test.each([
    TITLE,
    `${TITLE}\npdf: https://t.co/aaa\nabs: https://t.co/bbb\ngithub: https://t.co/ccc pic.twitter.com/ddd`,
    `${TITLE}https://t.co/aaa`,
    `“${TITLE.toUpperCase()}”, Ada Example & Bo van Example 🎉`,
    `New preprint by @ada_example: ${TITLE} #papers`,
    `${TITLE}. (arXiv:2108.04840v1 [cs.CL]) https://t.co/aaa`,
    `Example et al., ${TITLE}, arXiv, 2021`,
    `Small Models that Read Long Lists of Pap... https://t.co/aaa`,
    "Small Models that Read\nLong Lists https://t.co/aaa",
    "https://t.co/aaa",
    "",
  ])("%o", (text) => expect(titleOnly(text)).toBe(true));
});

describe("a post that says something has own words", () => {
  test.each([
    `We are happy to share this! ${TITLE} https://t.co/aaa`,
    "Lists are solved https://t.co/aaa",
    `${TITLE}\nとても良い論文でした`, // a sentence, though without spaces
    `${TITLE} https://t.co/aaa\n良い`,
    "Small wonder", // one word more than the title, but not the title
  ])("%o", (text) => expect(titleOnly(text)).toBe(false));
});

test("a title without words makes no difference to what a post says", () => {
  expect(isTitleOnly("Great!", "???", [])).toBe(false);
  expect(isTitleOnly("???", "???", [])).toBe(true);
});
