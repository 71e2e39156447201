import { expect, test } from "vitest";
import { comparable } from "../../lib/paper/comparable.ts";
import { expectLinear } from "../setup/growth.ts";

test.each([
  ["Few-Shot Poincaré", " few shot poincare"],
  ["plain  ASCII, only!", " plain ascii only"],
  ["ＧＰＴ–４", " gpt 4"],
  ["", " "],
  ["Łukasz ŁUKASZ", " lukasz lukasz"],
  ["Søren, Đorđe, Atılım, Guðrún, Þór", " soren dorde atilim gudrun thor"],
  ["Exampleß EXAMPLEẞ", " exampless exampless"],
  ["Æther Œuvre Ǿ ĦŦŊ", " aether oeuvre o htn"],
  ["İstanbul ISTANBUL", " istanbul istanbul"],
  ['Schr\\"odinger and {\\L}ukasz', " schrodinger and lukasz"],
])("%s is compared as “%s”", (text, folded) => {
  expect(comparable(text)).toBe(folded);
});

test.each(["ł", "\u0301", "-", "\\'", "é-", "{", " "])(
  "a text of only %j is folded in linear time",
  (piece) => {
    expectLinear(
      (size) => `${piece.repeat(size / piece.length)}x`,
      (text) => comparable(text),
    );
  },
);
