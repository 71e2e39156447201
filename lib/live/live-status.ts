/** The state of "Today, live", in the reader's language. */
import { readersDay } from "../digest/local-day.ts";
import { stateText } from "../feeds/feed-text.ts";
import type { LiveStatus } from "../messages/messages.ts";
import { readDayChange } from "../settings/day-change.ts";
import { alphaxivOrigin, mayAskAlphaxiv } from "./alphaxiv-access.ts";
import { isLiveOn, liveContents, newestLiveDigest, readLiveCheck } from "./live-feed.ts";
import { readMemory } from "./live-memory.ts";
import { sourceLines } from "./live-text.ts";
import { nextSearch } from "./sources/search-allowance.ts";

/** @param isAsking whether networks are being asked at this moment */
export async function liveStatus(clock: () => number, isAsking: () => boolean): Promise<LiveStatus> {
  const [on, check, { digests, newest }, digest, { search }, today, alphaxiv] = await Promise.all([
    isLiveOn(),
    readLiveCheck(),
    liveContents(),
    newestLiveDigest(),
    readMemory(),
    readDayChange().then((hour) => readersDay(clock(), hour)),
    mayAskAlphaxiv(),
  ]);
  const now = clock();
  const searchAt = nextSearch(search, now);
  return {
    on,
    running: isAsking(),
    alphaxiv: { on: alphaxiv, origin: alphaxivOrigin() },
    digests,
    ...(newest !== undefined && { newest }),
    ...(check.last !== undefined && { last: check.last }),
    ...(on && check.next !== undefined && { next: check.next }),
    state: stateText({ check, digests, newest, today }),
    sources: sourceLines(digest?.sources ?? []),
    ...(searchAt > now && { searchAt }),
  };
}
