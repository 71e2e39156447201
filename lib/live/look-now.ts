/** The button that asks the networks about one paper, in the background: their answers are reused for a while. */
import type { Log } from "../feeds/feed-checks.ts";
import type { Outside } from "../net/outside.ts";
import type { LookReply } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { mayAskAlphaxiv } from "./alphaxiv-access.ts";
import { readMemory, rememberSearches } from "./live-memory.ts";
import { liveOutside } from "./live-outside.ts";
import { lookAtPaper } from "./look-at-paper.ts";
import type { Addresses } from "./sources/addresses.ts";
import { searchesLeft } from "./sources/search-allowance.ts";

/** How long an answer about a paper is reused. */
const LOOK_FOR = 30 * 60_000;

/** Gives what asks about a paper, in one life of the worker. */
export function createLooks(
  outside: Omit<Outside, "signal">,
  addresses: Addresses,
  log: Log,
): (id: PaperId) => Promise<LookReply> {
  const looks = new Map<PaperId, LookReply>();
  return async (id) => {
    const now = outside.now();
    const known = looks.get(id);
    if (known && now - known.at < LOOK_FOR && known.at <= now) return known;
    const allowed = Math.min(2, searchesLeft((await readMemory()).search, now));
    const { world, searches } = liveOutside(outside, addresses, log.add);
    const networks = await lookAtPaper(world, addresses, id, {
      searches: allowed,
      alphaxiv: await mayAskAlphaxiv(),
    });
    const bluesky = networks.find(({ network }) => network === "bluesky");
    if (allowed > 0 && bluesky) await rememberSearches(bluesky, searches(), outside.now);
    await log.flush();
    const reply = { at: now, networks };
    if (networks.every(({ state }) => state !== "failed")) looks.set(id, reply);
    return reply;
  };
}
