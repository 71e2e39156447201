/**
 * Texts of the interface: typed keys into the platform's `_locales`, in the browser's language. A key that does not
 * exist does not compile. Numbers and dates go through `format.ts` first and come in as strings.
 */
import type messages from "../../assets/public/_locales/en/messages.json";
import { browser } from "../browser.ts";

/** A key of `_locales/en/messages.json`. */
export type TextKey = keyof typeof messages;

/** Keys that come in plural forms: `x` for `x_one` and `x_other`. */
export type PluralKey = { [K in TextKey]: K extends `${infer Base}_other` ? Base : never }[TextKey];

/** Placeholders for `$1` to `$9` in a text that is kept; no text has these characters. */
const MARKS = /* @__PURE__ */ Array.from({ length: 9 }, (_, at) => String.fromCharCode(0xe001 + at));
const MARK = /([\ue001-\ue009])/u;

/** The parts of a text between its substitutions, and the place of each substitution. */
type Template = readonly (string | number)[];

/** Asking the platform is slow (most of the script time of a page of 2,000 badges), so each text is asked for once. */
const templates = new Map<TextKey, Template>();

function templateOf(key: TextKey): Template {
  const known = templates.get(key);
  if (known) return known;
  const pieces = browser.i18n.getMessage(key, MARKS).split(MARK);
  const template = pieces.map((piece) => (MARK.test(piece) ? piece.charCodeAt(0) - 0xe001 : piece));
  templates.set(key, template);
  return template;
}

/** The text of a key, its `$1` to `$9` replaced by the substitutions in order. */
export function text(key: TextKey, ...substitutions: string[]): string {
  let whole = "";
  for (const piece of templateOf(key))
    whole += typeof piece === "string" ? piece : (substitutions[piece] ?? "");
  return whole;
}

let current: string | undefined;

/** The language that our texts are in, which is English if there are none in the browser's: their forms follow its rules. */
export const textsLanguage = (): string => text("textsLanguage");

/**
 * The language of numbers and days as a BCP 47 tag, for `Intl`: the browser's, but never one that differs from translated texts (a
 * Chromium without its language pack has our texts in Japanese and calls itself English). It stays, so it is asked for once too.
 */
export function language(): string {
  if (current === undefined) {
    const [browsers, texts] = [browser.i18n.getUILanguage(), textsLanguage()];
    current = texts === "en" || browsers.startsWith(texts) ? browsers : texts;
  }
  return current;
}

/** Made once: making them takes longer than all the rest of a badge. */
let rules: Intl.PluralRules | undefined;
/** For small numbers, which are the most common: asking the rules takes longer than all the rest of a text. */
const forms: Intl.LDMLPluralRule[] = [];

function formOf(count: number): Intl.LDMLPluralRule {
  const known = forms[count];
  if (known) return known;
  rules ??= new Intl.PluralRules(textsLanguage());
  const form = rules.select(count);
  if (Number.isInteger(count) && count >= 0 && count < 1000) forms[count] = form;
  return form;
}

/**
 * The text of a counted thing: `plural("tweets", 2, "2")` reads `tweets_one` or `tweets_other` as the language's
 * plural rules say. A form that a language does not have falls back to `_other`.
 */
export function plural(key: PluralKey, count: number, ...substitutions: string[]): string {
  const form = formOf(count);
  return (
    text(`${key}_${form}` as TextKey, ...substitutions) || text(`${key}_other` as TextKey, ...substitutions)
  );
}
