/** All regular expressions in the sources of the extension, read from their syntax trees. */
import { parseSync } from "vite";
import type { SourceFile } from "../architecture/source-files.ts";

export interface Expression {
  source: string;
  flags: string;
  /** `path:line` of every place where it is. */
  places: string[];
}

export interface Found {
  expressions: Expression[];
  /** `path:line` of expressions that are made while the program runs, of what cannot be told beforehand. */
  unread: string[];
}

interface Node {
  type: string;
  start: number;
  end: number;
  [name: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, look);
  else if (isNode(value)) {
    look(value);
    for (const inner of Object.values(value)) if (typeof inner === "object") visit(inner, look);
  }
}

/** The names in the objects that a file writes out, by the names of their constants: tables of letters. */
type Tables = ReadonlyMap<string, readonly string[]>;

function tablesOf(program: unknown): Tables {
  const tables = new Map<string, string[]>();
  visit(program, (node) => {
    const { id, init } = node as { id?: { name?: string }; init?: Node };
    if (node.type !== "VariableDeclarator" || id?.name === undefined || init?.type !== "ObjectExpression")
      return;
    const properties = init["properties"] as { key?: { name?: string; value?: unknown } }[];
    tables.set(
      id.name,
      properties.map(({ key }) => key?.name ?? String(key?.value)),
    );
  });
  return tables;
}

/** What `[a, b]` and `Object.keys(TABLE)` hold, if all of it is written out. */
function listOf(node: Node | undefined, tables: Tables): (string | undefined)[] | undefined {
  if (node?.type === "ArrayExpression")
    return (node["elements"] as unknown[]).map((each) => textOf(each, tables));
  const { callee, arguments: [first] = [] } = (node ?? {}) as {
    callee?: { object?: { name?: string }; property?: { name?: string } };
    arguments?: { name?: string }[];
  };
  const isKeys = callee?.object?.name === "Object" && callee.property?.name === "keys";
  return isKeys ? tables.get(first?.name ?? "")?.slice() : undefined;
}

/** The text that a piece of code gives, if it is written out: a string, a template, a list that is joined. */
function textOf(node: unknown, tables: Tables): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "Literal" && typeof node["value"] === "string") return node["value"];
  const template = node.type === "TaggedTemplateExpression" ? node["quasi"] : node;
  if (isNode(template) && template.type === "TemplateLiteral") {
    const between = (template["expressions"] as unknown[]).map((each) => textOf(each, tables));
    const quasis = template["quasis"] as { value: { raw: string; cooked: string } }[];
    const texts = quasis.map(({ value }) => (template === node ? value.cooked : value.raw));
    if (between.includes(undefined)) return undefined;
    return texts.map((text, at) => text + (between[at] ?? "")).join("");
  }
  const callee = node["callee"] as { property?: { name?: string }; object?: Node } | undefined;
  if (node.type !== "CallExpression" || callee?.property?.name !== "join") return undefined;
  const parts = listOf(callee.object, tables);
  const between = textOf((node["arguments"] as unknown[])[0], tables);
  return between === undefined || !parts || parts.includes(undefined) ? undefined : parts.join(between);
}

/** The expression that a node is, "unread" if it is one that cannot be told, undefined if it is not one. */
function expressionAt(
  node: Node,
  tables: Tables,
): Pick<Expression, "source" | "flags"> | "unread" | undefined {
  const regex = node["regex"] as { pattern: string; flags: string } | undefined;
  if (node.type === "Literal" && regex) return { source: regex.pattern, flags: regex.flags };
  const callee = node["callee"] as { name?: string } | undefined;
  if (!["NewExpression", "CallExpression"].includes(node.type) || callee?.name !== "RegExp") return undefined;
  const [first, second] = node["arguments"] as unknown[];
  const source = textOf(first, tables);
  const flags = second === undefined ? "" : textOf(second, tables);
  return source === undefined || flags === undefined ? "unread" : { source, flags };
}

/** The expressions of some files, each once. */
export function expressionsIn(files: readonly SourceFile[]): Found {
  const found = new Map<string, Expression>();
  const unread: string[] = [];
  for (const { path, text } of files) {
    const { program } = parseSync(path, text);
    const tables = tablesOf(program);
    visit(program, (node) => {
      const expression = expressionAt(node, tables);
      if (expression === undefined) return;
      const place = `${path}:${text.slice(0, node.start).split("\n").length}`;
      if (expression === "unread") {
        unread.push(place);
        return;
      }
      const key = `/${expression.source}/${expression.flags}`;
      const known = found.get(key);
      if (known) known.places.push(place);
      else found.set(key, { ...expression, places: [place] });
    });
  }
  return { expressions: [...found.values()], unread };
}
