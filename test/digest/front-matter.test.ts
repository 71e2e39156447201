import fc from "fast-check";
import { boolCoreTag, FAILSAFE_SCHEMA, load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { readField, splitFields } from "../../lib/digest/front-matter-fields.ts";
import { parseMarkdown } from "../../lib/digest/parse-markdown.ts";
import { head, paper } from "./made.ts";

const YAML = FAILSAFE_SCHEMA.withTags(boolCoreTag);

const fieldIn = (text: string, name: string) => readField(splitFields(text.split("\n")).get(name) ?? []);

describe("front matter is read as a reader of all of YAML does it", () => {
  // prettier-ignore
  test.each([
    ["bare", "title: Hot Papers 2021-08-12"],
    ["with a comment behind it", "title: Hot Papers # ours"],
    ["with a sharp that is no comment", "title: C# and F#"],
    ["with a colon that is no field", "title: 10:30, a time"],
    ["single-quoted", "title: 'It''s # here: \"a\" \\n'"],
    ["double-quoted, with escapes", String.raw`title: "A \"b\" \\ \u00e9 \x41 \U0001F600 \t\/" # end`],
    ["folded over lines", "title: Hot\n  Papers\n  of today\nnext: 1"],
    ["quoted over lines", "title: \"Hot\n  Papers: a\"\nnext: 1"],
    ["under its name", "title:\n  Hot Papers\nnext: 1"],
    ["as a folded block", "title: >-\n  Hot\n  Papers\nnext: 1"],
    ["as a block of one line", "title: |-\n  Hot: \"Papers\" # all\nnext: 1"],
    ["with a quoted name", '"title": a'],
    ["true", "title: true"],
    ["quoted true", 'title: "true"'],
    ["a list of texts", 'title:\n  - a b\n  - "c: d"\n  - \'e\''],
    ["a list that is not indented", "title:\n- a\n- b\nnext: 1"],
    ["a list of maps", "title:\n  - source: arxiv\n    at: 2026-11-20T21:00:00\n    complete: true\n    note: 'It said: wait.'\n  - source: x"],
    ["a list in JSON", 'title: [{"source": "arxiv", "complete": false}]'],
    ["an empty list", "title: []"],
    ["behind fields of other kinds", "# of a blog\nother: {a: [1, 2]}\nmap:\n  a:\n    b: c\n\ntitle: A\n"],
  ])("%s", (_, text) => {
    const read = fieldIn(text, "title");
    expect(read).toEqual((load(text, { schema: YAML }) as { title: unknown }).title);
    expect(read).not.toBeUndefined();
  });

  test("any text that JSON can quote, and any that single quotes can hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fieldIn(`a: ${JSON.stringify(text)}`, "a")).toBe(text);
        const line = text.replaceAll(/\s+/gu, "_");
        expect(fieldIn(`a: '${line.replaceAll("'", "''")}'`, "a")).toBe(line);
      }),
    );
  });
});

describe("what is not text is not read as text", () => {
  test.each([
    ["a quote that does not end", 'title: "Hot Papers'],
    ["something behind the end of a quote", "title: 'Hot' Papers"],
    ["a list on a line", "title: [Hot Papers"],
    ["a name of a value elsewhere", "title: *other"],
    ["a character beyond the last", String.raw`title: "\UFFFFFFFF"`],
    ["a map", "title:\n  a: b"],
  ])("%s", (_, text) => expect(fieldIn(text, "title")).toBeUndefined());

  test.each([
    ["a line that is no field", "title: A\nnothing at all", "nothing at all"],
    ["a line before any field", "  - a\ntitle: A", "- a"],
    ["a field that is there twice", "title: A\ntitle: B", "title"],
  ])("%s is reported", (_, text, detail) => {
    expect(parseMarkdown(`---\n${text}\n---\n`)).toMatchObject({
      digests: [],
      problems: [{ code: "frontMatter", detail: expect.stringContaining(detail) }],
    });
  });
});

test("a field that is not needed cannot cost the digest", () => {
  const text =
    head().replace("draft: false", 'draft: "not closed\n__proto__: x\nlist: [a, {b') + paper(1, "2108.04840");
  expect(parseMarkdown(text)).toMatchObject({ digests: [{ date: "2021-08-12" }], problems: [] });
});
