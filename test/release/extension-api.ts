/** The extension API: what its types say of each part, and which parts a build uses. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Part {
  /** Those without which it is not there. */
  permissions: string[];
  /** The version of Chrome that has it, by what is called; 0 if its types name none. */
  members: Map<string, number>;
}

/** Chrome's types, made from its own sources, with the permission and the version of each part in their comments. */
const TYPES = "node_modules/@wxt-dev/browser/src/gen/index.d.ts";
const PART = /(\/\*\*(?:(?!\*\/)[^])*\*\/)?\n {4}export namespace (\w+) \{\n([^]*?)\n {4}\}/gu;
const MEMBER = /(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\s*)?\n? {8}(?:export )?(?:function|const|var|let) (\w+)/gu;

const sinceOf = (comment = "") => Number(/@since Chrome (\d+)/u.exec(comment)?.[1] ?? 0);

/** All parts by name. */
export function extensionApi(): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const [, comment = "", name = "", body = ""] of readFileSync(TYPES, "utf8").matchAll(PART)) {
    const [, named = ""] = /Permissions: (".*")/u.exec(comment) ?? [];
    const members = [...`\n${body}`.matchAll(MEMBER)].map(
      ([, of, member = ""]) => [member, Math.max(sinceOf(comment), sinceOf(of))] as const,
    );
    parts.set(name, {
      permissions: [...named.matchAll(/"([^"]+)"/gu)].map(([, permission = ""]) => permission),
      members: new Map(members),
    });
  }
  return parts;
}

/** Whether Firefox has a part of this name. */
export const isInFirefox = (name: string): boolean =>
  existsSync(`node_modules/@types/webextension-polyfill/namespaces/${name}.d.ts`);

/** The scripts of a build as one text. */
export const scriptsOfBuild = (folder: string): string =>
  globSync("**/*.js", { cwd: folder })
    .toSorted()
    .map((path) => readFileSync(join(folder, path), "utf8"))
    .join("\n");

/** `x.alarms.create(`, and with `?.`. */
const USED = /\.(\w+)(?=(?:\?\.|\.)(\w+))/gu;
/** `let{local:e}=x.storage;`, `{sidePanel:e,sidebarAction:t}=x`. */
const TAKEN_APART = /\{([\w$:,]+)\}=(?:[\w$]+\.)*([\w$]+)(?=[;,)\s])/gu;
/** Parts that are called as something of any page, `{history:e}=window`: they show by what is called in them only. */
const ALSO_OF_PAGES: ReadonlySet<string> = new Set(["history", "search"]);
const keysOf = (pattern: string) => pattern.split(",").map((each) => each.split(":")[0] ?? "");

/** What scripts use of these parts, as `alarms.create`; a part that is handed on whole as `sidePanel.*`. */
export function usedApi(scripts: string, parts: ReadonlyMap<string, Part>): Set<string> {
  const used = new Set<string>();
  const add = (part: string, member: string) => {
    if (parts.get(part)?.members.has(member)) used.add(`${part}.${member}`);
  };
  for (const [, part = "", member = ""] of scripts.matchAll(USED)) add(part, member);
  for (const [, pattern = "", from = ""] of scripts.matchAll(TAKEN_APART))
    for (const key of keysOf(pattern)) {
      if (parts.has(from)) add(from, key);
      else if (parts.has(key) && !ALSO_OF_PAGES.has(key)) used.add(`${key}.*`);
    }
  return used;
}
