/** Tasks one after the other, ahead of the caller that uses their results: while one lot is written, the next comes in. */

export interface AheadOptions<Outcome> {
  /** What an outcome weighs, for instance its bytes. */
  weigh: (outcome: Outcome) => number;
  /** Nothing new is begun while what waits weighs as much as this. */
  most: number;
  /** How long at most a lot after the first waits until it has half of that, in ms: each costs its own transaction. */
  linger: number;
  /** Whether an outcome is the last one, so that nothing after it is begun. */
  isLast: (outcome: Outcome) => boolean;
  /** How many tasks may be under way at once; by default one. */
  atOnce?: number;
}

/**
 * Gives the outcomes in order, in lots of all that have come when the last one is dealt with; the first one comes at once.
 * There are never more tasks under way than `atOnce`, and none when this has ended.
 *
 * @throws what a task throws, after the lots before it
 */
export async function* inLots<Item, Outcome>(
  items: readonly Item[],
  task: (item: Item) => Promise<Outcome>,
  { weigh, most, linger, isLast, atOnce = 1 }: AheadOptions<Outcome>,
): AsyncGenerator<Outcome[], void, void> {
  let lot: Outcome[] = [];
  let weight = 0;
  let wanted = true;
  let ended = false;
  let late = true; // the first lot waits for nothing
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failure: { error: unknown } | undefined;
  /** Ends the wait of the other side. */
  let wake = () => {};
  const woken = () => new Promise<void>((resolve) => (wake = resolve));

  const mustWait = () => wanted && weight >= most;
  const isReady = () => ended || (lot.length > 0 && (late || weight >= most / 2));

  const work = async () => {
    const begun: Promise<Outcome>[] = [];
    let at = 0;
    const begin = () => {
      while (at < items.length && begun.length < atOnce) {
        const outcome = task(items[at++]!);
        outcome.catch(() => undefined); // it is told when its turn comes
        begun.push(outcome);
      }
    };
    try {
      for (;;) {
        while (mustWait()) await woken();
        if (!wanted) return;
        begin();
        const first = begun.shift();
        if (!first) return;
        const outcome = await first;
        lot.push(outcome);
        weight += weigh(outcome);
        wake();
        if (isLast(outcome)) return;
      }
    } catch (error) {
      failure = { error };
    } finally {
      await Promise.allSettled(begun);
      ended = true;
      wake();
    }
  };

  const working = work();
  try {
    for (;;) {
      while (!isReady()) await woken();
      if (lot.length === 0) break;
      late = false;
      clearTimeout(timer);
      timer = setTimeout(() => {
        late = true;
        wake();
      }, linger);
      const taken = lot;
      lot = [];
      weight = 0;
      wake();
      yield taken;
    }
    if (failure) throw failure.error;
  } finally {
    clearTimeout(timer);
    wanted = false;
    wake();
    await working;
  }
}
