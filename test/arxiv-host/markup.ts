/**
 * HTML as a value: the `markup` tag escapes every string put into it, so that a page cannot be broken by its data. (The
 * formatter reformats templates of a tag named `html`, and arXiv's white space is part of what we imitate.)
 */

/** Markup that is safe to send as it is. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type HtmlValue = Html | string | number | undefined | false | readonly HtmlValue[];

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function render(value: HtmlValue): string {
  if (value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(render).join("");
  return String(value).replace(/[&<>"']/gu, (character) => escapes[character] ?? character);
}

/** Markup from a template: strings and numbers are escaped, `Html` goes in as it is, lists are joined, `undefined` and `false` are nothing. */
export function markup(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return new Html(strings.map((string, at) => (at === 0 ? "" : render(values[at - 1])) + string).join(""));
}
