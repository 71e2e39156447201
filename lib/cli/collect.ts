import { join } from "node:path";
import { parseArgs } from "node:util";
import { collectPosts } from "../live/jetstream/collector.ts";
import type { Collected } from "../live/jetstream/collector.ts";
import { MICROSECONDS } from "../live/jetstream/event.ts";
import { HourBook } from "../live/jetstream/hour-book.ts";
import { HOUR } from "../live/jetstream/hour-file.ts";
import { PUBLIC_HOSTS } from "../live/jetstream/hosts.ts";
import { resumeFrom } from "../live/jetstream/resume-from.ts";
import { withoutEndSlashes } from "../paper/paper-id.ts";
import { timeOf } from "../digest/calendar-date.ts";
import { outOf, pretendedNow } from "./build-options.ts";
import { takeLock } from "./collect-lock.ts";
import type { HeldLock } from "./collect-lock.ts";
import { COLLECTED, mendHours, readHours, removeHours, writeHours } from "./collected-folder.ts";
import { EXIT, withLive, UsageError } from "./command.ts";
import type { Command, ExitStatus, LiveCommandOutside } from "./command.ts";
import { refuseLinks } from "./published-folder.ts";

const HELP = `  --out DIR     the files go to DIR/${COLLECTED}, one for each hour; "build --out DIR" finds them there
  --hours N     goes back N hours (1 to 72, usually 24) if they are not there yet; the hosts keep about 36
  --follow      keeps running after it reaches the present, until it is stopped; without it the command ends there
  --keep DAYS   files older than this are removed (4 to 31, usually 7)
  --host URL    another host that speaks Jetstream; several may be given, and are asked in turn
  --now TIME    pretend that it is this time, YYYY-MM-DDTHH:MM:SS in UTC

Listens to Jetstream, the public stream of all that is posted on Bluesky, without an account. Kept are addresses of posts that link a
paper, and of posts that quote such a post; never their words. What is deleted goes from the files. A run that was stopped at any moment
is continued by the next one. If a host fails, the next one is asked, with longer and longer pauses.
Exit status: 0 the present is reached, 1 something could not be done, 2 called wrongly, 4 no host answered (what came is kept),
130 or 143 stopped.
`;

/** Milliseconds. */
const LOCK_EVERY = 60_000;

interface CollectOptions {
  folder: string;
  hosts: readonly string[];
  hours: number;
  follow: boolean;
  keepDays: number;
  now: number | undefined;
}

function wholeIn(name: string, text: string | undefined, [least, most]: [number, number], usual: number) {
  if (text === undefined) return usual;
  const number = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  if (!(number >= least && number <= most))
    throw new UsageError(`--${name} is not a number from ${least} to ${most}: ${text}`);
  return number;
}

function hostOf(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^wss?:$/.test(url.protocol) || url.search !== "" || url.hash !== "")
    throw new UsageError(`--host is not an address like ${PUBLIC_HOSTS[0]}: ${text}`);
  return withoutEndSlashes(url.href);
}

function optionsOf(args: readonly string[]): CollectOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: "string" },
      hours: { type: "string" },
      follow: { type: "boolean" },
      keep: { type: "string" },
      host: { type: "string", multiple: true },
      now: { type: "string" },
    },
  });
  return {
    folder: join(outOf(values), COLLECTED),
    hosts: values.host?.map(hostOf) ?? PUBLIC_HOSTS,
    hours: wholeIn("hours", values.hours, [1, 72], 24),
    follow: values.follow ?? false,
    keepDays: wholeIn("keep", values.keep, [4, 31], 7),
    now: pretendedNow(values.now),
  };
}

/** Says how it ended. */
function tell(
  { state, events, unreadable }: Collected,
  book: HourBook,
  world: LiveCommandOutside,
): ExitStatus {
  const until = book.covered.at(-1)?.[1];
  world.err(
    [
      `${events} events read`,
      ...(unreadable > 0 ? [`${unreadable} of them could not be read`] : []),
      `${book.size} posts kept`,
      until === undefined ? "nothing is covered" : `covered until ${timeOf(until / MICROSECONDS)}`,
    ].join(", "),
  );
  if (state === "stopped") world.err("the next run continues here");
  if (state === "failed") world.err("no host answers: giving up");
  return state === "failed" ? EXIT.sources : EXIT.ok;
}

async function collectLocked(
  { folder, hosts, hours, follow, keepDays, now }: CollectOptions,
  lock: HeldLock,
  world: LiveCommandOutside,
): Promise<ExitStatus> {
  const { outside: real, openSocket, draw } = world.live;
  if (!openSocket) throw new Error("this command needs WebSocket, which Node has since version 22");
  const outside = now === undefined ? real : { ...real, now: () => now };
  await mendHours(folder, world);
  const keep = keepDays * 24 * HOUR;
  const present = outside.now() * MICROSECONDS;
  const book = new HourBook(await readHours(folder, world, present - keep));
  const from = resumeFrom(book.covered, { now: outside.now(), hours, follow });
  world.err(`from ${timeOf(from / MICROSECONDS)} on, ${book.size} posts are already there`);
  let removedBefore = 0;
  // In pauses, too, others see that we are here. If another one took the lock anyway, the next save notices it.
  const renewing = setInterval(() => void lock.keep().catch(() => undefined), LOCK_EVERY);
  const collected = await collectPosts(
    { hosts, from, follow, keep },
    {
      outside,
      open: openSocket,
      async save(files, before) {
        await lock.keep();
        await writeHours(folder, files, world);
        if (before > removedBefore) await removeHours(folder, before, world);
        removedBefore = before;
      },
      told: (line) => world.err(line),
      ...(draw && {
        progress: (until: number) => draw(`${timeOf(until / MICROSECONDS)}, ${book.size} posts`),
      }),
    },
    book,
  ).finally(() => {
    clearInterval(renewing);
    draw?.("");
  });
  return tell(collected, book, world);
}

/** Keeps what people on Bluesky link, by listening to all of it. */
export const collect: Command = {
  usage: "collect --out DIR [--hours N] [--follow] [OPTION…]",
  summary: "keep which posts on Bluesky link papers, without an account",
  help: HELP,
  async run(args, surroundings) {
    const world = withLive(surroundings);
    const options = optionsOf(args);
    const { machine, outside } = world.live;
    if (!machine) throw new Error("this command needs files that can be locked");
    await refuseLinks(join(options.folder, ".."), [COLLECTED], world);
    const lock = await takeLock(join(options.folder, "lock.json"), {
      files: world,
      remove: (path) => world.live.remove(path),
      machine,
      now: outside.now,
    });
    return collectLocked(options, lock, world).finally(() => lock.release());
  },
};
