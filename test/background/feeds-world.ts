/** A worker with feeds: a clock of our own, our host, and a world in which every request is written down. */
import { fakeBrowser } from "wxt/testing/fake-browser";
import { vi } from "vitest";
import { createFeeds } from "../../lib/background/feeds.ts";
import type { Feeds, FeedsOptions } from "../../lib/background/feeds.ts";
import { indexChanged } from "../../lib/background/index-changed.ts";
import { closeIndex, openIndex } from "../../lib/index/open.ts";
import { days } from "../../lib/index/read.ts";
import { readDay } from "../index/read-day.ts";
import { settled } from "../setup/settled.ts";

export const HOUR = 3_600_000;

export class FeedsWorld {
  now = Date.UTC(2026, 10, 20, 22, 30);
  online = true;
  /** Every address that was asked for. */
  asked: string[] = [];
  /** Called for each. */
  onAsked: () => void = () => undefined;
  feeds: Feeds;
  private readonly options: Partial<FeedsOptions>;
  /** In place of the net: addresses that begin so are asked at another origin. */
  private readonly mirrors: Record<string, string>;

  constructor(options: Partial<FeedsOptions> = {}, mirrors: Record<string, string> = {}) {
    this.options = options;
    this.mirrors = mirrors;
    this.feeds = this.make();
  }

  /** Lives of the worker that ended without a word: they get no answer any more. */
  private life = 0;

  /** Ends this life of the worker. */
  cut(): void {
    this.life += 1;
  }

  private make(): Feeds {
    const { life } = this;
    return createFeeds({
      archivePause: 0,
      outside: {
        fetch: async (url, init) => {
          if (life !== this.life) return new Promise<never>(() => undefined);
          this.onAsked();
          this.asked.push(url);
          const mirror = Object.entries(this.mirrors).find(([prefix]) => url.startsWith(prefix));
          if (!mirror) return fetch(url, init);
          const response = await fetch(mirror[1] + url.slice(mirror[0].length), init);
          if (life !== this.life) return new Promise<never>(() => undefined);
          return Object.defineProperty(response, "url", { value: url });
        },
        now: () => this.now,
        wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
        random: () => 0.5,
        online: () => this.online,
        httpHere: true,
      },
      onChange: indexChanged,
      ...this.options,
    });
  }

  /** Ends this life of the worker and starts the next one. */
  async restart(): Promise<void> {
    await closeIndex();
    this.feeds = this.make();
    await this.feeds.start();
  }

  /** Waits until whatever runs has ended: changes wait for it. */
  async settled(): Promise<void> {
    await vi.waitFor(
      async () => {
        const { feeds, archive } = await this.feeds.status();
        if (archive.running || feeds.some(({ running }) => running)) throw new Error("still running");
      },
      { timeout: 60_000 },
    );
    await settled();
  }

  /** When the alarm will ring. */
  async alarmAt(): Promise<number | undefined> {
    return (await fakeBrowser.alarms.get("feeds"))?.scheduledTime;
  }

  async add(address: string): Promise<void> {
    await this.feeds.add(address, "");
    await this.feeds.refresh();
  }
}

/** Days of the index, newest first. */
export const daysThere = async (): Promise<string[]> =>
  (await days(await openIndex())).map(({ date }) => date).toReversed();

export const dayThere = async (date: string) => readDay(await openIndex(), date);
