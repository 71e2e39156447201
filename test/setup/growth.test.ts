import { expect, test } from "vitest";
import { expectLinear } from "./growth.ts";

const blanks = (size: number) => " ".repeat(size);

test("work that looks at each character once is linear", () => {
  expectLinear(blanks, (text) => void text.trim());
});

test("work that looks at the whole rest again from many places is not", () => {
  const lookAgain = (text: string) => {
    let seen = 0;
    for (let from = 0; from < text.length; from += 2048)
      for (let at = from; at < text.length; at += 1) seen += text.charCodeAt(at);
    return seen;
  };
  expect(() => expectLinear(blanks, (text) => void lookAgain(text), 1_048_576, 4)).toThrow(
    /characters, after/u,
  );
});
