/** The sources of the extension as text, for the rules that a type checker cannot hold. */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import type { Import } from "./import-rules.ts";

export interface SourceFile {
  /** From the root of the project, with `/`. */
  path: string;
  text: string;
}

/** Our own files below these folders, in order of their paths. */
export function sourceFiles(folders: readonly string[], endings = /\.(?:tsx?|css|html)$/u): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
        .filter((path) => endings.test(path)),
    )
    .toSorted()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

/** Text without comments, so that a word in an explanation is not taken for code. Strings stay. */
export function withoutComments(text: string): string {
  return text.replaceAll(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu,
    (_, string: string | undefined) => string ?? "",
  );
}

/** `import … from "x"`, `export … from "x"`, `import "x"`, `import("x")`, `typeof import("x")`. */
const IMPORT =
  /(?:\b(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?|(\btypeof\s+)?\bimport\(\s*)["']([^"']+)["']/gu;

/** All imports of a file. `import { type A, b }` is not a type-only import. */
export function importsOf({ path, text }: SourceFile): Import[] {
  return [...withoutComments(text).matchAll(IMPORT)].map(([whole, , type, typeOf, name = ""]) => {
    const ours = name.startsWith(".");
    const to = ours ? posix.join(posix.dirname(path), name) : name;
    const names = /\{([^}]*)\}/u.exec(whole)?.[1];
    const onlyTypes = names !== undefined && names.split(",").every((each) => /^\s*(?:type\s|$)/u.test(each));
    return { from: path, to, ours, typeOnly: type !== undefined || typeOf !== undefined || onlyTypes };
  });
}
