/** When each feed was asked and how that went, and the log of requests, in `storage.local`: this needs no write to the index. */
import * as z from "zod/mini";
import type { LogLine } from "./request-log.ts";
import { withLines } from "./request-log.ts";
import { NEVER_CHECKED } from "./schedule.ts";
import type { Check } from "./schedule.ts";
import { storedValue } from "../stored-value.ts";
import { StoreError } from "../index/store-error.ts";
import { createQueue } from "../queue.ts";

/** A check with what went wrong with the last one. */
export interface StoredCheck extends Check {
  /** When a run began that has not ended: it is under way, or the background was stopped in it. */
  begun?: number;
  /** Code of a FeedError, or `store-` and that of a StoreError. */
  error?: { code: string; status?: number; host?: string; detail?: string };
}

const time = z.optional(z.number());
const StoredCheck = z.object({
  last: time,
  good: time,
  next: time,
  failures: z.number(),
  begun: time,
  error: z.optional(
    z.object({
      code: z.string(),
      status: z.optional(z.number()),
      host: z.optional(z.string()),
      detail: z.optional(z.string()),
    }),
  ),
});
const Checks = z.looseObject({});
const Line = z.object({
  at: z.number(),
  host: z.string(),
  feed: z.string(),
  outcome: z.string(),
  bytes: z.number(),
});

const checks = storedValue("feedChecks");
const log = storedValue("feedLog");
const inTurn = createQueue();

async function readChecks(): Promise<Record<string, unknown>> {
  return Checks.safeParse((await checks.read()) ?? {}).data ?? {};
}

/** The checks of these feeds, by id; one that was never checked, or is damaged, has an entry too. */
export async function checksOf(ids: readonly string[]): Promise<Map<string, StoredCheck>> {
  const all = await readChecks();
  return new Map(
    ids.map((id) => [id, (StoredCheck.safeParse(all[id]).data as StoredCheck | undefined) ?? NEVER_CHECKED]),
  );
}

/** A check whose run was stopped with the background, as one that failed; any other as it is. */
export function ifStopped({ begun, ...check }: StoredCheck, host?: string): StoredCheck {
  if (begun === undefined) return check;
  return { ...check, last: begun, error: { code: "interrupted", ...(host !== undefined && { host }) } };
}

/** Keeps how a check went; undefined forgets the feed. */
export function saveCheck(id: string, check: StoredCheck | undefined): Promise<void> {
  return inTurn(async () => {
    const { [id]: _, ...others } = await readChecks();
    await checks.write(check ? { ...others, [id]: check } : others);
  });
}

/** What went wrong with the index, as it is kept with a feed. */
export const storeErrorOf = (error: unknown): NonNullable<StoredCheck["error"]> => {
  const code = error instanceof StoreError ? error.code : "failed";
  const { cause } = error as { cause?: unknown };
  const reason = cause instanceof Error ? cause : error;
  return { code: `store-${code}`, detail: reason instanceof Error ? reason.name : "unknown" };
};

export async function readLog(): Promise<LogLine[]> {
  const stored = await log.read();
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((line: unknown) => (Line.safeParse(line).data as LogLine | undefined) ?? []);
}

/** Log lines are written together, at most this often, in ms: a whole import has hundreds. */
const WRITE_EVERY = 1000;

export interface Log {
  add: (line: LogLine) => void;
  /** Writes what is not written yet. */
  flush: () => Promise<void>;
}

/** The log of one life of the worker. */
export function createLog(): Log {
  let lines: LogLine[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const coming = lines;
    lines = [];
    return inTurn(async () => {
      if (coming.length > 0) await log.write(withLines(await readLog(), coming));
    });
  };
  return {
    add(line) {
      lines.push(line);
      timer ??= setTimeout(() => void flush().catch(() => undefined), WRITE_EVERY);
    },
    flush,
  };
}
