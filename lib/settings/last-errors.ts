/** The last things that went wrong, for "Report a problem"; in `storage.local`, and without anything that was read. */
import { createQueue } from "../queue.ts";
import { storedValue } from "../stored-value.ts";

export interface LoggedError {
  /** Milliseconds since 1970. */
  at: number;
  text: string;
}

const MOST = 20;
const LONGEST = 300;
/** Characters of an error that are looked at: enough for LONGEST once addresses are shortened. */
const MOST_READ = 5000;

const stored = storedValue("lastErrors");

const isKept = (value: unknown): value is LoggedError =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as LoggedError).at === "number" &&
  typeof (value as LoggedError).text === "string";

/** The newest last; what is damaged is left out. */
export async function readErrors(): Promise<LoggedError[]> {
  const value = await stored.read();
  return Array.isArray(value) ? value.filter(isKept) : [];
}

/** Two at once would each write over the other's: they wait for one another. */
const inTurn = /* @__PURE__ */ createQueue();

/** Never throws: this is where errors go. */
export function keepError(error: unknown, at: number): Promise<void> {
  const kept = { at, text: withoutReading(wordsOf(error)) };
  return inTurn(async () => stored.write([...(await readErrors()), kept].slice(-MOST))).catch(
    () => undefined,
  ); // the console has it
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/** Ids of papers, days, and all of an address but its host could tell what the reader read. */
export function withoutReading(text: string): string {
  // A word that was cut off could be half of something that must not be kept.
  const read = text.length > MOST_READ ? text.slice(0, text.lastIndexOf(" ", MOST_READ) + 1) : text;
  return read
    .replaceAll(/(https?:\/\/[^\s/?#"']+)[^\s"']*/gu, "$1/…")
    .replaceAll(
      /\b\d{4}\.\d{4,5}(?:v\d+)?\b|\b[a-z-]{1,12}(?:\.[A-Z]{2})?\/\d{7}\b|\b\d{4}-\d{2}-\d{2}\b/gu,
      "…",
    )
    .slice(0, LONGEST);
}
