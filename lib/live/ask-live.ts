/** One round of "Today, live": asks the networks for today's digest, and keeps what came and how it went. */
import { mayAskAlphaxiv } from "./alphaxiv-access.ts";
import { isLoopback } from "../feeds/address.ts";
import { storeErrorOf } from "../feeds/feed-checks.ts";
import type { Log, StoredCheck } from "../feeds/feed-checks.ts";
import type { Outside } from "../net/outside.ts";
import { afterFailure, afterOffline } from "../feeds/schedule.ts";
import { keepAsking } from "../settings/today.ts";
import { warn } from "../warn.ts";
import { LEAST_REQUESTS, liveDigest, MOST_REQUESTS } from "./live-digest.ts";
import { newestLiveDigest, putLiveDigest, readLiveCheck, saveLiveCheck } from "./live-feed.ts";
import { askedLately, readMemory, remember, rememberSearches } from "./live-memory.ts";
import { liveOutside } from "./live-outside.ts";
import { nextAfter, requestsLeft } from "./live-schedule.ts";
import { codeOf } from "./live-text.ts";
import type { Addresses } from "./sources/addresses.ts";
import type { Failed } from "./sources/answer.ts";
import { ARXIV_RATE } from "./sources/rates.ts";
import { searchesLeft } from "./sources/search-allowance.ts";
import { STOPPED } from "./stoppable-turns.ts";

/** By itself; for a reader who waits; by the button, with Bluesky's search too; or only alphaXiv, for today's list that is there. */
export type How = "due" | "seen" | "refresh" | "alphaxiv";

export interface Asker {
  /** Asks once, and keeps how it went. Throws only for a stop. */
  ask: (how: How, signal: AbortSignal) => Promise<void>;
  isAsking: () => boolean;
}

export interface AskerOptions {
  outside: Omit<Outside, "signal">;
  /** Called after the index changed. */
  onChange: () => Promise<void>;
  addresses: Addresses;
  log: Log;
}

/** What asks in one life of the worker. */
export function createAsker({ outside, onChange, addresses, log }: AskerOptions): Asker {
  const beforeRequest = createRequestGate(outside.now, addresses);
  let asking = false;

  async function run(how: How, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const now = outside.now();
    const byHand = how !== "due";
    const before = await checkWithoutError();
    if (!outside.online() && !isLoopback(new URL(addresses.hackernews))) {
      const error = byHand ? { error: { code: "offline" } } : {};
      await saveLiveCheck({ ...(await readLiveCheck()), ...afterOffline(before, now), ...error });
      return;
    }
    const { left, enoughAt } = await requestsLeft(now);
    const requests = byHand ? MOST_REQUESTS : left;
    if (requests < LEAST_REQUESTS) {
      await saveLiveCheck({ ...(await readLiveCheck()), next: enoughAt });
      return;
    }
    const { search } = await readMemory();
    const searches = how === "refresh" ? searchesLeft(search, now) : 0;
    const { world, searches: searched } = liveOutside({ ...outside, signal }, addresses, log.add, (url) =>
      beforeRequest(url, how, now),
    );
    const earlier = await newestLiveDigest();
    const alphaxiv = await mayAskAlphaxiv();
    const question = { now, requests, searches, earlier, alphaxiv, alone: how === "alphaxiv" };
    const { digest, answers, failure } = await liveDigest(world, addresses, question);
    const bluesky = answers.get("bluesky");
    if (bluesky) await rememberSearches(bluesky, searched(), outside.now);
    signal.throwIfAborted();
    if (digest) {
      await putLiveDigest(digest);
      await onChange();
      if (how === "alphaxiv") return;
      const next = await nextAfter(now, outside.random);
      await saveLiveCheck({ last: now, good: now, next, failures: 0 });
    } else if (failure && how !== "alphaxiv") await keepFailure(before, failure);
  }

  /** No network answered, or no source could name the papers. */
  async function keepFailure(before: StoredCheck, failure: Failed): Promise<void> {
    const now = outside.now();
    const after = afterFailure(before, now, outside.random(), failure.retryAfter);
    const { enoughAt } = await requestsLeft(now);
    await saveLiveCheck({
      ...after,
      next: Math.max(after.next ?? now, enoughAt),
      error: {
        code: codeOf(failure.reason),
        detail: failure.detail,
        ...(failure.status !== undefined && { status: failure.status }),
        host: new URL(addresses.hackernews).host,
      },
    });
  }

  /** What came could not be written, or something of ours went wrong. */
  async function keepError(error: unknown): Promise<void> {
    warn(error);
    const failed = afterFailure(await checkWithoutError(), outside.now(), outside.random());
    await saveLiveCheck({ ...failed, error: storeErrorOf(error) });
  }

  return {
    async ask(how, signal) {
      asking = true;
      try {
        await run(how, signal);
      } catch (error) {
        if (error === STOPPED) throw error;
        await keepError(error);
      } finally {
        asking = false;
        await showAsking(outside.now());
        await log.flush();
      }
    },
    isAsking: () => asking,
  };
}

/** How the last check went, as the next one begins. */
async function checkWithoutError(): Promise<StoredCheck> {
  const { error: _, ...before } = await readLiveCheck();
  return before;
}

/** Tells pages whom it asks at this moment. */
const showAsking = (now: number, url?: string): Promise<void> =>
  keepAsking(url === undefined ? undefined : new URL(url).host, now).catch(warn);

/** Gives what is waited for before each request: it is told to pages, arXiv has its pause, and the request is counted. */
function createRequestGate(
  clock: Outside["now"],
  addresses: Addresses,
): (url: string, how: How, begun: number) => Promise<void> {
  /** When arXiv may be asked again. */
  let arxivFree = 0;
  return async (url, how, begun) => {
    await showAsking(clock(), url);
    if (url.startsWith(addresses.arxivApi)) {
      const pause = arxivFree - clock();
      if (pause > 0 && pause <= ARXIV_RATE.gap) await new Promise((done) => setTimeout(done, pause));
      arxivFree = clock() + ARXIV_RATE.gap;
    }
    // Written before it leaves, so that a worker that is stopped asks for no more than is left. alphaXiv's are not among the five.
    if (how !== "refresh" && !url.startsWith(addresses.alphaxiv))
      await remember((memory) => ({ asked: [...askedLately(memory, begun), clock()].slice(-50) }));
  };
}
