/** Listens to Jetstream, host after host, and keeps the posts that link papers in files of hours. */
import type { Outside } from "../../net/outside.ts";
import { mayMatter, MICROSECONDS, readEvent, timeAtHead } from "./event.ts";
import type { JetstreamEvent } from "./event.ts";
import { streamAddress } from "./hosts.ts";
import type { HourBook } from "./hour-book.ts";
import { HOUR, hourOf } from "./hour-file.ts";
import { listen } from "./listen.ts";
import type { Ending, OpenSocket } from "./listen.ts";
import { HOLE, Run } from "./run.ts";

/** Microseconds. Hosts see the same event some seconds apart, so a cursor goes back by this much. */
const OVERLAP = 10_000 * MICROSECONDS;
/** An event's time is believed if it lies at most this long before what was asked for … */
const EARLIEST = HOUR;
/** … and at most this long after our own clock. */
const LATEST = 300_000 * MICROSECONDS;
/** Milliseconds between two saves, if no hour ended before. */
const SAVE_EVERY = 60_000;
/** A host that sends this many messages in a row that cannot be read is left. */
const MOST_UNREADABLE = 1000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 120_000;
/** After this many connections without anything new, a job that has an end gives up. */
const MOST_FRUITLESS = 10;
/** Milliseconds. Even if Bluesky's network were a tenth of its size, there would always be new posts. */
const SILENCE = 60_000;

export interface CollectJob {
  /** Addresses without a path, `wss://…`. */
  hosts: readonly string[];
  /** From this time on (microseconds since 1970). */
  from: number;
  /** Stays when it has caught up with the present. */
  follow: boolean;
  /** How long posts are kept, in microseconds. */
  keep: number;
}

export interface CollectWorld {
  outside: Pick<Outside, "now" | "wait" | "random" | "signal">;
  open: OpenSocket;
  /** Writes files of hours, name and text, all of them or none, and removes those of hours before a time (microseconds). */
  save: (files: ReadonlyMap<string, string>, before: number) => Promise<void>;
  /** Told what happens, one English sentence at a time. */
  told: (line: string) => void;
  /** Told now and then how far it has come. */
  progress?: (until: number) => void;
}

export interface Collected {
  state: "done" | "stopped" | "failed";
  /** Everything that was sent. */
  events: number;
  unreadable: number;
}

class Collector {
  events = 0;
  unreadable = 0;
  /** Connections one after the other that brought nothing new. */
  fruitless = 0;
  private readonly job: CollectJob;
  private readonly world: CollectWorld;
  private readonly book: HourBook;
  private run: Run;
  private turn = 0;
  /** For pauses: grows with each connection that did not come far. */
  private failures = 0;
  /** The turn in which a host first had nothing from the time that was asked for. */
  private holeTurn: number | undefined;
  private saving: Promise<void> | undefined;
  private savedAt: number;
  private savedHour: number;
  private trouble: Error | undefined;
  /** The end of a job that does not follow: the present, looked at again when it is reached. */
  private ends: number;
  private lookedAgain = false;
  // Of one connection.
  private accepted = false;
  private unreadableInARow = 0;
  private bounds = { earliest: 0, latest: 0 };

  constructor(job: CollectJob, world: CollectWorld, book: HourBook) {
    this.job = job;
    this.world = world;
    this.book = book;
    this.run = new Run(job.from);
    this.savedHour = hourOf(job.from);
    this.savedAt = world.outside.now();
    this.ends = this.present();
  }

  /** Listens to the host whose turn it is. */
  async connect(): Promise<Ending> {
    const [, from] = this.run.covered;
    const cursor = Math.max(0, from - OVERLAP);
    this.accepted = false;
    this.unreadableInARow = 0;
    this.bounds = { earliest: cursor - EARLIEST, latest: this.present() + LATEST };
    const { open, outside } = this.world;
    const ears = { hear: (text: string) => this.hear(text), tick: () => this.tick() };
    const ending = await listen(open, streamAddress(this.host, cursor), ears, {
      signal: outside.signal,
      silence: SILENCE,
    });
    const [, until] = this.run.covered;
    this.fruitless = until > from ? 0 : this.fruitless + 1;
    this.failures = until > from + HOLE ? 1 : this.failures + 1;
    if (ending.state === "failed") {
      this.world.told(`${this.host}: ${ending.why}`);
      this.turn += 1;
    }
    return ending;
  }

  /** Waits before the next connection: longer each time, and not exactly as long as others. */
  async pause(): Promise<void> {
    const { wait, random } = this.world.outside;
    const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(this.failures - 1, 20));
    await wait(Math.round(longest * (0.5 + random() / 2)));
  }

  /** Writes everything that is not written yet. @throws what writing throws */
  async finish(): Promise<void> {
    await this.saving;
    if (this.trouble) throw this.trouble;
    this.save();
    await this.saving;
    if (this.trouble) throw this.trouble;
  }

  private get host(): string {
    return this.job.hosts[this.turn % this.job.hosts.length] ?? "";
  }

  private present(): number {
    return this.world.outside.now() * MICROSECONDS;
  }

  private hear(text: string): Ending | undefined {
    this.events += 1;
    const time = timeAtHead(text);
    const event: JetstreamEvent | undefined =
      time !== undefined && !mayMatter(text) ? { kind: "other", time } : readEvent(text);
    const { earliest, latest } = this.bounds;
    if (!event || event.time < earliest || event.time > latest) return this.notRead();
    this.unreadableInARow = 0;
    if (!this.accepted) {
      const refused = this.begin(event.time);
      if (refused) return refused;
    }
    this.book.take(event);
    return this.comeTo(event.time);
  }

  private notRead(): Ending | undefined {
    this.unreadable += 1;
    this.unreadableInARow += 1;
    return this.unreadableInARow >= MOST_UNREADABLE
      ? { state: "failed", why: "sends what cannot be read" }
      : undefined;
  }

  /** The first event of a connection tells whether the host still has what was asked for; if not, another host may have it. */
  private begin(time: number): Ending | undefined {
    const [, from] = this.run.covered;
    if (time > from + HOLE) {
      this.holeTurn ??= this.turn;
      const why = `has nothing before ${new Date(time / MICROSECONDS).toISOString().slice(0, 19)}`;
      if (this.turn < this.holeTurn + this.job.hosts.length - 1) return { state: "failed", why };
      this.world.told(`${this.host}: ${why}, nor have the others: this time stays empty`);
      this.book.cover(...this.run.covered);
      this.run = new Run(time);
    }
    this.holeTurn = undefined;
    this.accepted = true;
    return undefined;
  }

  private comeTo(time: number): Ending | undefined {
    const ended = this.run.hear(time);
    if (ended) this.book.cover(...ended);
    const [, until] = this.run.covered;
    if (until >= this.savedHour + HOUR) this.save();
    if (this.job.follow || until < this.ends) return this.broken();
    if (this.lookedAgain) return { state: "done" };
    // It took a while to get here: what was written meanwhile comes too, and quickly.
    this.lookedAgain = true;
    this.ends = this.present();
    return until >= this.ends ? { state: "done" } : undefined;
  }

  private tick(): Ending | undefined {
    this.bounds.latest = this.present() + LATEST;
    this.world.progress?.(this.run.covered[1]);
    if (this.world.outside.now() - this.savedAt >= SAVE_EVERY) this.save();
    return this.broken();
  }

  /** @throws what writing threw: without a disk there is nothing to do */
  private broken(): undefined {
    if (this.trouble) throw this.trouble;
    return undefined;
  }

  /** Begins to write what changed, unless the last writing is still under way; then it is written the next time. */
  private save(): void {
    if (this.saving) return;
    const [from, until] = this.run.covered;
    this.savedAt = this.world.outside.now();
    this.savedHour = hourOf(until);
    this.book.cover(from, until);
    const before = hourOf(until - this.job.keep);
    this.book.forget(before);
    if (!this.book.isChanged) return;
    this.saving = this.world
      .save(this.book.takeChanged(), before)
      .catch((error: unknown) => {
        this.trouble = error instanceof Error ? error : new Error(String(error));
      })
      .finally(() => {
        this.saving = undefined;
      });
  }
}

/**
 * Collects until the present is reached, or until it is stopped. Puts into `book` what it hears, and has it saved; a run that was killed at
 * any moment is continued by the next one from what was saved.
 *
 * @throws what `save` throws
 */
export async function collectPosts(job: CollectJob, world: CollectWorld, book: HourBook): Promise<Collected> {
  const collector = new Collector(job, world, book);
  let state: Collected["state"] | undefined;
  while (state === undefined) {
    const ending = await collector.connect();
    if (ending.state !== "failed") state = ending.state;
    else if (!job.follow && collector.fruitless >= MOST_FRUITLESS) state = "failed";
    else
      await collector.pause().catch((error: unknown) => {
        if (!world.outside.signal?.aborted) throw error;
        state = "stopped";
      });
  }
  await collector.finish();
  return { state, events: collector.events, unreadable: collector.unreadable };
}
