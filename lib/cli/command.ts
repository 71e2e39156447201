/** What a command of `hot-papers` is: it is handed the outside world, so that tests can hand it another. */

import type { OpenSocket } from "../live/jetstream/listen.ts";
import type { Outside } from "../net/outside.ts";

/** What commands need that ask live sources. */
export interface Live {
  /** Secrets come from here and nowhere else. */
  env: Readonly<Record<string, string | undefined>>;
  outside: Outside;
  /** Draws over the last line of a terminal; absent if standard error is not a terminal. */
  draw?: (line: string) => void;
  /** Removes a file or a folder with all in it; a missing one is not an error. */
  remove(path: string): Promise<void>;
  /** For the command that listens to a stream. */
  openSocket?: OpenSocket;
  /** For locks. */
  machine?: Machine;
}

/** The machine that we run on, as far as a lock needs it. */
export interface Machine {
  name: string;
  /** The number of our own process. */
  pid: number;
  /** Whether there is a process of this number. */
  isRunning(pid: number): boolean;
  /** Writes a file that is not there yet, and the folders above it; false if it is there. */
  create(path: string, text: string): Promise<boolean>;
}

/** The outside world of a command. */
export interface CommandOutside {
  /** For the commands that ask live sources. */
  live?: Live;
  /** Writes to standard output, as it is. */
  out(text: string): void;
  /** Writes one line to standard error. */
  err(line: string): void;
  /** Reads a file as text; throws what Node throws. */
  readText(path: string): Promise<string>;
  /** Writes a file whole or not at all, and the folders above it. */
  writeText(path: string, text: string): Promise<void>;
  /** Names of the files in a folder, sorted. */
  listFiles(folder: string): Promise<string[]>;
  /** Whether there is a symbolic link at this path. */
  isLink?(path: string): Promise<boolean>;
  /** All of standard input as text. */
  readInput(): Promise<string>;
}

export type LiveCommandOutside = CommandOutside & { live: Live };

/** The same world, which must have what live sources need. */
export function withLive(world: CommandOutside): LiveCommandOutside {
  const { live } = world;
  if (!live) throw new Error("this command needs the network");
  return { ...world, live };
}

/** Exit statuses of every command. */
export const EXIT = {
  /** Everything asked for was done. */
  ok: 0,
  /** Something asked for could not be done; standard error says what. */
  failed: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** arXiv has no list of the day that was asked for, or not yet. */
  noDay: 3,
  /** Sources did not answer. */
  sources: 4,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

export interface Command {
  /** `parse FILE…` */
  usage: string;
  /** One sentence for `--help`. */
  summary: string;
  /** What `COMMAND --help` says beside that, ready to print. */
  help?: string;
  run(args: readonly string[], world: CommandOutside): Promise<ExitStatus>;
}

/** Called wrongly: `hot-papers` prints the message with the command's usage and exits with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
