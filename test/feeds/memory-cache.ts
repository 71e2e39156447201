/** An index that is only a map, for the rules of feeds: what was written, and how often. */
import type { Digest } from "../../lib/digest/digest.ts";
import type { DayFile } from "../../lib/feeds/read/day-file.ts";
import type { LogLine } from "../../lib/feeds/request-log.ts";
import { NEW_FEED } from "../../lib/feeds/plan.ts";
import type { FeedState } from "../../lib/feeds/plan.ts";
import { refreshFeed } from "../../lib/feeds/pull-feed.ts";
import type { FeedStore, RefreshOptions, RefreshResult } from "../../lib/feeds/pull-feed.ts";
import type { Outside } from "../../lib/net/outside.ts";

export class MemoryFeedStore implements FeedStore {
  state: FeedState = NEW_FEED;
  files: readonly DayFile[] = [];
  digests = new Map<string, Digest>();
  log: LogLine[] = [];
  writes = 0;
  /** The worker dies instead of the write of this number. */
  diesAt = Infinity;

  private write(state: FeedState): void {
    this.writes += 1;
    if (this.writes === this.diesAt) throw new Error("killed");
    this.state = structuredClone(state);
  }

  saveListing = async (state: FeedState, files: readonly DayFile[]): Promise<void> => {
    await Promise.resolve();
    this.write(state);
    this.files = structuredClone(files);
  };

  saveDigests = async (state: FeedState, digests: readonly Digest[]): Promise<void> => {
    await Promise.resolve();
    this.write(state);
    for (const digest of digests) this.digests.set(digest.date, digest);
  };

  logRequest = (line: LogLine): void => void this.log.push(line);

  get days(): string[] {
    return [...this.digests.keys()].toSorted().toReversed();
  }

  /** A run from what was written last, as a worker that has just started does it. */
  refresh(
    outside: Outside,
    address: string | undefined,
    options: Partial<RefreshOptions> = {},
  ): Promise<RefreshResult> {
    const { state, files } = this;
    const feed = { id: "feed", ...(address !== undefined && { address }), state, files };
    return refreshFeed(outside, feed, this, { today: "2026-11-20", ...options });
  }
}
