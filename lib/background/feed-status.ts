/** How the feeds are, for the options. */
import { checksOf, ifStopped, readLog } from "../feeds/feed-checks.ts";
import { asideOf, errorText, kindText, outcomeText, stateText } from "../feeds/feed-text.ts";
import { ARCHIVE, ARCHIVE_ADDRESS } from "../feeds/full-texts-feed.ts";
import { originsOf } from "../feeds/origins.ts";
import { waitingFiles } from "../feeds/plan.ts";
import { openIndex } from "../index/open.ts";
import { feedContents } from "../index/read.ts";
import { liveAddresses } from "../live/live-hosts.ts";
import type { FeedsStatus, FeedStatus } from "../messages/messages.ts";
import { readFeedSettings } from "../settings/feeds.ts";
import type { FeedChoice, FeedSettings } from "../settings/feeds.ts";
import type { Refresher } from "./feed-scheduler.ts";
import { readStoredFeed } from "./feed-state.ts";
import { numberedOrigins } from "./host-access.ts";

/** When a status is read, and what runs then. */
interface Moment {
  /** `YYYY-MM-DD`. */
  today: string;
  running: Refresher["running"];
}

/** Of a feed's files, which are usually of one host. */
const NEWEST_FILES = 60;

/** The feeds in their order, with those that can still come back at their old places. */
export async function readFeedsStatus(
  moment: Moment,
): Promise<Omit<FeedsStatus, "live" | "past" | "bundled">> {
  const settings = await readFeedSettings();
  const feeds = await Promise.all(settings.feeds.map((feed) => statusOf(feed, false, moment)));
  for (const feed of settings.removed.toSorted((a, b) => a.place - b.place))
    feeds.splice(feed.place, 0, await statusOf(feed, true, moment));
  const log = (await readLog()).toReversed();
  return {
    feeds,
    archive: await archiveStatus(settings, moment),
    numbered: await numberedOrigins(askedOrigins(settings, feeds)),
    log: log.map(({ at, host, outcome, bytes }) => ({ at, host, outcome: outcomeText(outcome), bytes })),
  };
}

async function statusOf(
  feed: FeedChoice,
  removed: boolean,
  { today, running: runningNow }: Moment,
): Promise<FeedStatus> {
  const isRunning = () => runningNow() === feed.id;
  const before = isRunning();
  const db = await openIndex();
  const [{ state, files }, contents, checks] = await Promise.all([
    readStoredFeed(db, feed.id),
    feedContents(db),
    checksOf([feed.id]),
  ]);
  const { digests, newest } = contents.get(feed.id) ?? { digests: 0 };
  const { host } = new URL(feed.address);
  // The run has ended since, so a check that was read during it does not mean that it was stopped.
  const running = before || isRunning();
  const kept = checks.get(feed.id) ?? { failures: 0 };
  const check = running ? kept : ifStopped(kept, host);
  return {
    id: feed.id,
    address: feed.address,
    host,
    title: state.title || feed.title,
    on: feed.on,
    removed,
    running,
    ...(state.kind && { kind: kindText(state.kind) }),
    digests,
    ...(newest !== undefined && { newest }),
    waiting: waitingFiles(files, state, today).length,
    ...(check.last !== undefined && { last: check.last }),
    ...(feed.on && !running && check.next !== undefined && { next: check.next }),
    state: stateText({ check, digests, newest, today }),
    needsAccess: check.error?.code === "noAccess",
    origins: originsOf([feed.address, ...files.slice(0, NEWEST_FILES).map(({ url }) => url)]),
    aside: asideOf(state),
  };
}

async function archiveStatus(
  { fullTexts, offerDismissed }: FeedSettings,
  { today, running: runningNow }: Moment,
): Promise<FeedsStatus["archive"]> {
  const isRunning = () => runningNow() === ARCHIVE;
  const before = isRunning();
  const { state, files } = await readStoredFeed(await openIndex(), ARCHIVE);
  const kept = (await checksOf([ARCHIVE])).get(ARCHIVE) ?? { failures: 0 };
  const running = before || isRunning();
  const { error } = running ? kept : ifStopped(kept);
  return {
    on: fullTexts,
    running,
    have: files.length - waitingFiles(files, state, today).length,
    days: files.length,
    ...(fullTexts && error && { problem: errorText(error) }),
    offer: !fullTexts && !offerDismissed && files.length > 0,
  };
}

/** The hosts of everything that is on, each once. */
function askedOrigins({ fullTexts, live }: FeedSettings, feeds: readonly FeedStatus[]): string[] {
  const origins = [
    ...feeds.filter(({ on, removed }) => on && !removed).flatMap((feed) => feed.origins),
    ...originsOf([...(fullTexts ? [ARCHIVE_ADDRESS] : []), ...(live ? liveAddresses() : [])]),
  ];
  return [...new Set(origins)];
}
