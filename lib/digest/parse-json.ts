import { type ParseResult, problem } from "./problem.ts";
import { readJson } from "./read-json.ts";
import { parseDigest } from "./schema.ts";

/**
 * Reads the JSON form: one digest, an array of digests, one digest per line as the command line prints them, or the digests in a
 * file of a reader's own data.
 *
 * @returns every digest that could be read, and all that could not with its line
 */
export function parseJson(text: string): ParseResult {
  const bare = text.replace(/^\uFEFF/, "").trim();
  if (bare === "") return { digests: [], problems: [problem("empty")] };
  const whole = readJson(bare);
  if (whole) {
    if (isOwnData(whole.value)) return together(whole.value.digests.map((value) => parseDigest(value)));
    const values: unknown[] = [whole.value].flat();
    if (values.length === 0) return { digests: [], problems: [problem("shape", undefined, bare)] };
    return together(values.map((value) => parseDigest(value)));
  }

  const lines = bare.split(/\r\n|\n|\r/);
  const read = lines.map((line, index) =>
    line.trim() === "" ? undefined : { index, parsed: readJson(line) },
  );
  // No line is a digest of its own: then this is one JSON text, cut short or never whole. Many lines of such a text are JSON all the same,
  // a name or a number.
  if (!read.some((line) => isDigestLike(line?.parsed?.value)))
    return { digests: [], problems: [problem("json", undefined, bare.slice(-40))] };
  return together(
    read.flatMap((line) => {
      if (!line) return [];
      if (!line.parsed) return [{ problems: [problem("json", line.index + 1, lines[line.index])] }];
      return [parseDigest(line.parsed.value, line.index + 1)];
    }),
  );
}

const isDigestLike = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "papers" in value;

/** As the extension saves it; the rest of it is read elsewhere. */
const isOwnData = (value: unknown): value is { digests: unknown[] } =>
  typeof value === "object" &&
  value !== null &&
  (value as { format?: unknown }).format === "hot-papers-data" &&
  Array.isArray((value as { digests?: unknown }).digests);

function together(checked: ReturnType<typeof parseDigest>[]): ParseResult {
  return {
    digests: checked.flatMap(({ digest }) => digest ?? []),
    problems: checked.flatMap(({ problems }) => problems),
  };
}
