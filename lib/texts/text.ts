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

/** Stand for `$1` to `$9` in a text that is kept; nobody writes these characters. */
const MARKS = Array.from({ length: 9 }, (_, at) => String.fromCharCode(0xe001 + at));
const MARK = /[\ue001-\ue009]/gu;

/** Asking the platform is slow (most of the script time of a page of 2,000 badges), so each text is asked for once. */
const templates = new Map<TextKey, string>();

/** The text of a key, its `$1` to `$9` replaced by the substitutions in order. */
export function text(key: TextKey, ...substitutions: string[]): string {
  let template = templates.get(key);
  if (template === undefined) {
    template = browser.i18n.getMessage(key, MARKS);
    templates.set(key, template);
  }
  return template.replace(MARK, (mark) => substitutions[mark.charCodeAt(0) - 0xe001] ?? "");
}

let current: string | undefined;

/** The language of the interface as a BCP 47 tag, for `Intl`; asked for once per piece of work, for the same reason. */
export function language(): string {
  if (current === undefined) {
    current = browser.i18n.getUILanguage();
    queueMicrotask(() => {
      current = undefined;
    });
  }
  return current;
}

/**
 * The text of a counted thing: `plural("tweets", 2, "2")` reads `tweets_one` or `tweets_other` as the language's
 * plural rules say. A form that a language does not have falls back to `_other`.
 */
export function plural(key: PluralKey, count: number, ...substitutions: string[]): string {
  const form = pluralRules(language()).select(count);
  return (
    text(`${key}_${form}` as TextKey, ...substitutions) || text(`${key}_other` as TextKey, ...substitutions)
  );
}

const rules = new Map<string, Intl.PluralRules>();

/** Made once per language: making them takes longer than all the rest of a badge. */
function pluralRules(of: string): Intl.PluralRules {
  const known = rules.get(of) ?? new Intl.PluralRules(of);
  rules.set(of, known);
  return known;
}
