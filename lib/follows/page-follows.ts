/** What is followed, for a page of ours: read, watched and changed, separately in private windows. */
import { ask } from "../messages/ask.ts";
import { inPrivateWindow } from "../settings/private-window.ts";
import { type Follows, isFollowed } from "./follow.ts";
import { keepMarkingScript } from "./marking-script.ts";
import { changeFollows, type FollowChange, readFollows, watchFollows } from "./stored-follows.ts";

/** Tells what is followed, at once and with every change, until the signal ends it. */
export async function followFollows(
  onFollows: (follows: Follows) => void,
  signal: AbortSignal,
): Promise<void> {
  const tell = (follows: Follows) => {
    onFollows(follows);
    void markIfWanted().catch(console.warn);
  };
  watchFollows(tell, signal, await inPrivateWindow());
}

/** Marks arXiv's lists if something is followed, in private windows or elsewhere. */
async function markIfWanted(): Promise<void> {
  const [kept, privately] = await Promise.all([readFollows(), readFollows(true)]);
  await keepMarkingScript(kept.length + privately.length > 0);
}

/** Changes what is followed, and starts or stops marking arXiv's lists. */
export async function setFollows(changes: readonly FollowChange[]): Promise<void> {
  await changeFollows(changes, await inPrivateWindow());
  await markIfWanted();
  // The number may count only these. What is followed is stored: without an answer, it is counted again with the next change of the index.
  await ask("toolbarNumber", {}).catch(() => undefined);
}

/**
 * Follows more.
 *
 * @returns how many of them were not followed before
 */
export async function followMore(more: Follows): Promise<number> {
  const before = await readFollows(await inPrivateWindow());
  await setFollows(more.map((follow) => ({ follow, on: true })));
  const after = await readFollows(await inPrivateWindow());
  return more.filter((follow) => !isFollowed(before, follow) && isFollowed(after, follow)).length;
}
