/** What a command of `hot-papers` is: it is handed the outside world, so that tests can hand it another. */

/** The outside world of a command. */
export interface Surroundings {
  /** Writes to standard output, as it is. */
  out(text: string): void;
  /** Writes one line to standard error. */
  err(line: string): void;
  /** Reads a file as text; throws what Node throws. */
  readText(path: string): Promise<string>;
  writeText(path: string, text: string): Promise<void>;
  /** Names of the files in a folder, sorted. */
  listFiles(folder: string): Promise<string[]>;
  /** All of standard input as text. */
  readInput(): Promise<string>;
}

/** Exit statuses of every command. */
export const EXIT = {
  /** Everything asked for was done. */
  ok: 0,
  /** Something asked for could not be done; standard error says what. */
  failed: 1,
  /** The command was called wrongly. */
  usage: 2,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

export interface Command {
  /** `parse FILE…` */
  usage: string;
  /** One sentence for `--help`. */
  summary: string;
  run(args: readonly string[], world: Surroundings): Promise<ExitStatus>;
}

/** Called wrongly: `hot-papers` prints the message with the command's usage and exits with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
