import { expect, test } from "vitest";
import { linkedText } from "../../lib/texts/linked-text.ts";

test.each<[string, string, (string | [string])[]]>([
  ["no link", "Look at this", ["Look at this"]],
  ["nothing", "", []],
  ["in the middle", "See https://t.co/abc now", ["See ", ["https://t.co/abc"], " now"]],
  [
    "two, and http too",
    "http://a.example https://b.example/c",
    [["http://a.example"], " ", ["https://b.example/c"]],
  ],
  ["a sentence that ends", "Read https://a.example/x.", ["Read ", ["https://a.example/x"], "."]],
  ["in brackets", "(https://a.example/x)!", ["(", ["https://a.example/x"], ")!"]],
  ["brackets of its own", "https://a.example/x_(y)", [["https://a.example/x_(y)"]]],
  ["in quotes", "“https://a.example/x”", ["“", ["https://a.example/x"], "”"]],
  ["among Japanese words", "論文https://a.example/x、読んだ", ["論文", ["https://a.example/x"], "、読んだ"]],
  ["cut off", "https://a.example/x…", [["https://a.example/x"], "…"]],
  ["a script stays text", "javascript:alert(1) data:text/html,x", ["javascript:alert(1) data:text/html,x"]],
  ["no host", "https:// and https://.", ["https:// and https://."]],
  ["a host that hides who it is", "https://arxiv.org@evil.example/", ["https://arxiv.org@evil.example/"]],
  ["markup stays text", "<a href='https://a.example/'>", ["<a href='", ["https://a.example/"], "'>"]],
])("%s: %s", (_, text, parts) => {
  const found = linkedText(text);
  expect(found.map(({ words, url }) => (url === undefined ? words : [words]))).toEqual(parts);
  expect(found.map(({ words }) => words).join("")).toBe(text);
  for (const { words, url } of found) expect(url === undefined || url === words).toBe(true);
});
