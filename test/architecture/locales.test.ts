import { describe, expect, test } from "vitest";
import en from "../../assets/public/_locales/en/messages.json" with { type: "json" };
import ja from "../../assets/public/_locales/ja/messages.json" with { type: "json" };
import { sourceFiles, withoutComments } from "./source-files.ts";

type Messages = Record<string, { message: string; placeholders?: Record<string, unknown> }>;

const LOCALES: readonly (readonly [string, Messages])[] = [
  ["en", en],
  ["ja", ja],
];

const FORM = /_(zero|one|two|few|many|other)$/u;
const formless = (keys: readonly string[]) => new Set(keys.map((key) => key.replace(FORM, "")));
/** Keys that come in forms: those with `_other`. */
const counted = new Set(Object.keys(en).flatMap((key) => (key.endsWith("_other") ? key.slice(0, -6) : [])));
const slots = (message: string) => [...new Set(message.match(/\$\d/gu))].toSorted();

test("every text exists in all languages, and none in only one", () => {
  const [first, ...others] = LOCALES.map(([, messages]) => formless(Object.keys(messages)));
  for (const other of others) {
    expect([...(first ?? [])].filter((key) => !other.has(key))).toEqual([]);
    expect([...other].filter((key) => !first?.has(key))).toEqual([]);
  }
});

describe.each(LOCALES)("%s", (language, messages) => {
  test("counted texts have just the forms that the language has", () => {
    for (const key of counted) {
      const type = key === "ordinal" ? "ordinal" : "cardinal";
      const { pluralCategories } = new Intl.PluralRules(language, { type }).resolvedOptions();
      const forms = Object.keys(messages).flatMap((each) => {
        const form = FORM.exec(each)?.[1];
        return form !== undefined && each === `${key}_${form}` ? form : [];
      });
      expect(forms.toSorted(), key).toEqual(pluralCategories.toSorted());
    }
  });

  test("no text is empty, and each shows what the English one shows", () => {
    for (const [key, { message }] of Object.entries(messages)) {
      expect(message.trim(), key).not.toBe("");
      const english = (en as Messages)[key]?.message ?? "";
      expect(slots(message), key).toEqual(slots(english));
    }
  });

  test("names no variable that it does not define: Chrome would not load the extension", () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(messages)) {
      const named = [...message.matchAll(/\$([\w@]+)\$/gu)].map(([, name = ""]) => name.toLowerCase());
      expect(
        named.filter((name) => !(name in placeholders)),
        key,
      ).toEqual([]);
    }
  });

  test("says which language it is", () => {
    expect(messages["textsLanguage"]?.message).toBe(language);
  });
});

test("Japanese texts are in Japanese, except for names", () => {
  const names =
    /^(?:network_\w+|popup(?:Tab)?Title|conversationCopy(?:Markdown|Bibtex)|feedsKindJsonFeed|texts\w+|\w*(?:Line|Found|Source|Count|Of|Quiet)|badge\w+|chip\w+|list(?:Separator|Keyword))$/u;
  const foreign = Object.entries(ja).filter(
    ([key, { message }]) => !names.test(key) && !/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(message),
  );
  expect(foreign.map(([key]) => key)).toEqual([]);
});

/** Words between tags, and words that attributes show or say; what is in braces comes from texts. */
const WRITTEN = [
  /(?<![=\s])>([^<>{}=;]*\p{L}{2,}[^<>{}=;]*)<[/A-Za-z{]/gu,
  /\}([^<>{}=;()"'`]*\p{L}{2,}[^<>{}=;()"'`]*)<\//gu,
  /\b(?:aria-label|title|alt|placeholder|label|hint)="([^"]*\p{L}[^"]*)"/gu,
];
/** arXiv's own names of its two files. */
const NAMES = new Set(["abs", "pdf"]);

const writtenIn = (text: string) =>
  WRITTEN.flatMap((pattern) => [...text.matchAll(pattern)].map(([, words = ""]) => words.trim())).filter(
    (words) => !NAMES.has(words),
  );

test("no component has a text written into it", () => {
  const found = sourceFiles(["components", "entrypoints"], /\.tsx$/u).flatMap(({ path, text }) =>
    writtenIn(withoutComments(text)).map((words) => `${path}: ${words}`),
  );
  expect(found).toEqual([]);
});

test.each(["<p>Nothing here</p>", "<p>{a} papers</p>", '<button title="Close">x</button>'])(
  "a text as in %s would be found",
  (code) => {
    expect(writtenIn(code)).toHaveLength(1);
  },
);

/** Words in a row, or one written as labels are: what people read. Keys, class names and codes are neither. */
const WORDS = /\p{L}{2,}[,;:.]? \p{L}{2,}|^\p{Lu}\p{Ll}+[.!?…]?$/u;
const LITERAL = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/gu;
/** For developers, or compared with what arXiv and the browser say: the reader sees none of it. */
const UNSEEN =
  /(?:\b(?:\w*Error|warn|report|console\.\w+)\((?:[^()"'`]*,)?|[!=]==|\bcase|\bfrom|\bimport)\s*$/u;
const SELECTOR = /[>[\]#]|:\w+\(/u;
/** Names that are the same in every language, and values of attributes. */
const SAME = new Set(["Hugging Face", "Semantic Scholar", "Hacker News", "Tw", "Bs", "noopener noreferrer"]);

const spokenIn = (text: string) =>
  [...text.matchAll(LITERAL)].flatMap(({ 1: a, 2: b, 3: c, index }) => {
    const literal = (a ?? b ?? c ?? "").replaceAll(/\$\{[^{}]*\}/gu, "");
    const unseen = UNSEEN.test(text.slice(Math.max(0, index - 80), index));
    return WORDS.test(literal) && !unseen && !SELECTOR.test(literal) && !SAME.has(literal) ? [literal] : [];
  });

/** What these write appears in the browser's console. */
const FOR_CONSOLE = new Set(["lib/warn.ts", "lib/arxiv/missing-entries.ts"]);

/** Files that say something to a person. What else `lib/feeds` and `lib/live` say is for the console and for published pages. */
const SPOKEN =
  /^(?:components|entrypoints|lib\/(?:arxiv|background|texts))\/.*\.tsx?$|^lib\/(?:feeds\/feed-[a-z]+|live\/live(?:-[a-z]+)?)\.ts$/u;
const ROOMS = ["lib/arxiv", "lib/background", "lib/texts", "lib/feeds", "lib/live"];

/** A number becomes text by `Intl`, not by itself. */
const NUMBERS = /`\$\{[^{}`]*\.length\}`|\bString\([^()]*\.length\)|>\s*\{[\w.?]+\.length\}/gu;

describe("texts outside components", () => {
  const said = sourceFiles(ROOMS, SPOKEN)
    .filter(({ path }) => !FOR_CONSOLE.has(path))
    .map(({ path, text }) => ({ path, text: withoutComments(text) }));

  test("are not written into code: on arXiv's pages and in the worker's answers", () => {
    const found = said.flatMap(({ path, text }) => spokenIn(text).map((words) => `${path}: ${words}`));
    expect(found).toEqual([]);
  });

  test.each([
    'element(document, "p", { class: "note" }, "Nothing was found.")',
    'element(document, "button", { type: "button", "aria-label": "Close" })',
    'return { tone: "bad", text: `It has ${number(papers)} papers.` };',
    "button.textContent = 'Look now';",
  ])("a text as in %s would be found", (code) => {
    expect(spokenIn(code)).toHaveLength(1);
  });

  test.each([
    'throw new Error("the index did not answer")',
    'console.warn("Hot Papers:", error)',
    'if (event.key === "Escape") close();',
    'document.querySelector("body > header, dl > dt")',
    'text("conversationOpenOf", open, name)',
  ])("%s is not one", (code) => {
    expect(spokenIn(code)).toEqual([]);
  });
});

test("no number is shown unformatted", () => {
  const found = sourceFiles(["components", "entrypoints", ...ROOMS], SPOKEN).flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(NUMBERS)].map(([code]) => `${path}: ${code}`),
  );
  expect(found).toEqual([]);
  expect("plural(key, titles.length, `${titles.length}`)").toMatch(new RegExp(NUMBERS, "u"));
  expect("<p>{papers.length}</p>").toMatch(new RegExp(NUMBERS, "u"));
});
