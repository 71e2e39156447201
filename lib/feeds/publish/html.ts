/** HTML from a template, with everything that is put in escaped unless it is HTML from here already. */

/** Text that may be put in a page as it is. Only `markup` makes it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | undefined | readonly Part[];

/** `&`, `<`, `>` and quotes as entities, without characters that XML 1.0 forbids: right for HTML and for XML. */
export function escapeMarkup(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const allowed = text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "").toWellFormed();
  return allowed
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function textOf(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(textOf).join("");
  return escapeMarkup(String(part));
}

/**
 * A piece of markup. Parts that are put in are escaped, lists are joined, undefined is nothing. The indentation of the source
 * is not part of it.
 */
export const markup = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(
    strings
      .map(
        (string, index) =>
          string.replace(/\n\s+/g, "\n") + (index < parts.length ? textOf(parts[index]) : ""),
      )
      .join(""),
  );
