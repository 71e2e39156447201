/**
 * Follows in `storage.local`, and never in `sync`. Those of private windows are changes to them in `storage.session`, which ends with
 * the browser: what is followed elsewhere is followed there too, and stays as it is. All our pages write them, as they do settings.
 */
import { browser } from "../browser.ts";
import { storedValue } from "../stored-value.ts";
import { type Follow, followIn, type Follows, followsIn, keyOf, withFollow } from "./follow.ts";

/** Where they are stored. */
export const FOLLOWS = "follows";
const PRIVATE = "privateFollows";

const stored = storedValue(FOLLOWS);

/** What is to be followed, or no longer. */
export interface FollowChange {
  follow: Follow;
  on: boolean;
}

/** What is followed, in the order in which it came; in private windows with what was changed there. */
export async function readFollows(privately = false): Promise<Follows> {
  const kept = followsIn(await stored.read());
  return privately ? withChanges(kept, await readPrivateChanges()) : kept;
}

/** The changes of private windows, in their order. */
async function readPrivateChanges(): Promise<FollowChange[]> {
  return changesIn((await browser.storage.session.get(PRIVATE))[PRIVATE]);
}

const changesIn = (value: unknown): FollowChange[] =>
  (Array.isArray(value) ? value : []).flatMap((each: { follow?: unknown; on?: unknown } | null) => {
    const follow = followIn(each?.follow);
    return follow ? { follow, on: each?.on === true } : [];
  });

const withChanges = (follows: Follows, changes: readonly FollowChange[]): Follows =>
  changes.reduce((list, { follow, on }) => withFollow(list, follow, on), follows);

/** Two changes of one page would each write over the other's: they wait for one another. */
let lastChange: Promise<unknown> = /* @__PURE__ */ Promise.resolve();

/** Changes what is followed; the last change of a follow is the one that counts. */
export function changeFollows(changes: readonly FollowChange[], privately = false): Promise<void> {
  const changed = lastChange.then(() => (privately ? storePrivately(changes) : store(changes)));
  lastChange = changed.catch(() => undefined);
  return changed;
}

async function store(changes: readonly FollowChange[]): Promise<void> {
  await stored.write(withChanges(await readFollows(), changes));
}

async function storePrivately(changes: readonly FollowChange[]): Promise<void> {
  const keys = new Set(changes.map(({ follow }) => keyOf(follow)));
  const others = (await readPrivateChanges()).filter(({ follow }) => !keys.has(keyOf(follow)));
  await browser.storage.session.set({ [PRIVATE]: [...others, ...changes] });
}

/** Tells what is followed, at once and after every change of any page, until the signal ends it. */
export function watchFollows(
  onFollows: (follows: Follows) => void,
  signal: AbortSignal,
  privately = false,
): void {
  let turn = 0;
  const tell = async () => {
    const mine = (turn += 1);
    const follows = await readFollows(privately).catch(() => []); // storage that cannot be read has none to show
    if (mine === turn && !signal.aborted) onFollows(follows);
  };
  stored.watch(() => void tell(), signal);
  if (privately) {
    const onChanged = (changes: Record<string, unknown>, area: string) => {
      if (area === "session" && PRIVATE in changes) void tell();
    };
    browser.storage.onChanged.addListener(onChanged);
    signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(onChanged), {
      once: true,
    });
  }
  void tell();
}
