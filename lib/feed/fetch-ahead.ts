/** Tasks one after the other, ahead of whoever uses what they give: while one lot is written, the next comes in. */

export interface AheadOptions<Outcome> {
  /** What an outcome weighs, for instance its bytes. */
  weigh: (outcome: Outcome) => number;
  /** Nothing new is begun while what waits weighs as much as this. */
  most: number;
  /** How long at most a lot behind the first waits until it has half of that, in ms: each costs its own transaction. */
  linger: number;
  /** Whether an outcome is the last one, so that nothing behind it is begun. */
  isLast: (outcome: Outcome) => boolean;
}

/**
 * Gives the outcomes in order, in lots of all that are there when the one before is dealt with; the first one comes at once.
 * Never are two tasks under way, and none when this has ended.
 *
 * @throws what a task throws, after the lots before it
 */
export async function* inLots<Item, Outcome>(
  items: readonly Item[],
  task: (item: Item) => Promise<Outcome>,
  { weigh, most, linger, isLast }: AheadOptions<Outcome>,
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
    try {
      for (const item of items) {
        while (mustWait()) await woken();
        if (!wanted) return;
        const outcome = await task(item);
        lot.push(outcome);
        weight += weigh(outcome);
        wake();
        if (isLast(outcome)) return;
      }
    } catch (error) {
      failure = { error };
    } finally {
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
