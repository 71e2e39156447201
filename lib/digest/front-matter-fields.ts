/**
 * Front matter is YAML, but digests and other site generators use little of it: fields, each a text (bare, quoted, or a block) or a list of
 * flat maps. This reads that little. A reader of all of YAML is an eighth of what the background script may weigh, and refuses a file for a
 * field that we do not need.
 */

/** A field's lines; the first is what follows its name. */
type FieldLines = readonly string[];

/**
 * The fields of front matter, their values not yet read: only those that are asked for must be readable.
 *
 * @throws Error, which names the line, if a line is neither a field nor part of one, or a field is there twice
 */
export function splitFields(lines: readonly string[]): Map<string, FieldLines> {
  const fields = new Map<string, string[]>();
  let open: string[] | undefined;
  for (const line of lines) {
    if (open && (line.trim() === "" || /^(?:[ \t]|-(?:\s|$)|[\]}])/u.test(line))) open.push(line);
    else if (!isNothing(line)) {
      const [name, rest] = pairIn(line) ?? [];
      if (name === undefined || rest === undefined) throw new Error(`no field: ${line}`);
      if (fields.has(name)) throw new Error(`twice: ${name}`);
      fields.set(name, (open = [rest]));
    }
  }
  return fields;
}

const isNothing = (line: string) => line.trim() === "" || line.trimStart().startsWith("#");

/** `name: value` as its two halves. */
function pairIn(text: string): [name: string, value: string] | undefined {
  const colon = text.search(/:(?:\s|$)/u);
  const name = colon < 0 ? "" : text.slice(0, colon).trim();
  const quoted = name.length > 1 && (name[0] === '"' || name[0] === "'") && name.at(-1) === name[0];
  return name === "" ? undefined : [quoted ? name.slice(1, -1) : name, text.slice(colon + 1)];
}

/**
 * A field's value: a text, true or false, or a list of texts and of maps; undefined if it is something else. Lines of one text are
 * joined by a blank: nothing that a digest's head says is longer than a line.
 */
export function readField([beside = "", ...below]: FieldLines): unknown {
  const first = beside.trim();
  if (/^[|>][-+\d]{0,2}(?:\s+#.*)?$/u.test(first)) return joined(below);
  if (first.startsWith("[") || first.startsWith("{")) return jsonIn([first, ...below].join("\n"));
  if (first !== "" && !first.startsWith("#")) return readText(joined([first, ...below]));
  const lines = below.filter((line) => !isNothing(line));
  if (/^-(?:\s|$)/u.test(lines[0]?.trimStart() ?? "")) return readList(lines);
  return lines[0] !== undefined && pairIn(lines[0]) ? undefined : readText(joined(lines));
}

const joined = (lines: readonly string[]) =>
  lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join(" ");

/** Lists and maps on one line: those that are JSON as well. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readList(lines: readonly string[]): unknown[] | undefined {
  const items: unknown[] = [];
  for (const line of lines.map((each) => each.trim())) {
    const begins = /^-(?:\s|$)/u.test(line);
    const text = begins ? line.slice(1).trim() : line;
    const pair = /^["']/u.test(text) ? undefined : pairIn(text);
    if (begins) items.push(pair ? {} : readText(text));
    const item = items.at(-1);
    if (!pair) {
      if (!begins) return undefined;
    } else if (typeof item === "object")
      Object.assign(item as object, Object.fromEntries([[pair[0], readText(pair[1].trim())]]));
    else return undefined;
  }
  return items;
}

function readText(text: string): string | boolean | undefined {
  if (text.startsWith('"')) return readDoubleQuoted(text);
  if (text.startsWith("'")) {
    const [, inside, behind = ""] = /^'((?:[^']|'')*)'(?!')(.*)$/u.exec(text) ?? [];
    return isNothing(behind) ? inside?.replaceAll("''", "'") : undefined;
  }
  if (/^[[\]{}&*!|>%@`]/u.test(text)) return undefined; // a list, a name for a value, a tag: not a text
  const comment = text.search(/(?:^|\s)#/u);
  const bare = comment < 0 ? text : text.slice(0, comment).trimEnd();
  return /^(?:true|True|TRUE)$/u.test(bare) ? true : /^(?:false|False|FALSE)$/u.test(bare) ? false : bare;
}

/** Undefined if it does not end, or goes on after its end. */
function readDoubleQuoted(text: string): string | undefined {
  const [, inside, behind = ""] = /^"((?:[^"\\]|\\.)*)"(.*)$/u.exec(text) ?? [];
  if (inside === undefined || !isNothing(behind)) return undefined;
  const escapes = /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|(.))/gu;
  try {
    return inside.replace(escapes, (_, two?: string, four?: string, eight?: string, one = "") => {
      const code = two ?? four ?? eight;
      return code === undefined ? escaped(one) : String.fromCodePoint(Number.parseInt(code, 16));
    });
  } catch {
    return undefined; // beyond the last Unicode character
  }
}

/** What a letter after a backslash means (YAML 1.2.2, 5.7); any other is itself. */
const escaped = (letter: string) => ESCAPES[letter] ?? letter;
const ESCAPES: Record<string, string> = Object.assign(Object.create(null) as object, {
  "0": "\0",
  a: "\u0007",
  b: "\b",
  t: "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\u001B",
  N: "\u0085",
  _: "\u00A0",
  L: "\u2028",
  P: "\u2029",
});
