import { useEffect, useState } from "preact/hooks";

/** What is there already: it is not waited for again. */
const there = new WeakMap<() => Promise<unknown>, unknown>();

/**
 * What a page loads when it is first needed: undefined until it is there, and if it cannot be loaded.
 *
 * @param load the same function at every call
 */
export function useLoaded<T>(load: () => Promise<T>, needed: boolean): T | undefined {
  const [, setLoaded] = useState(false);
  useEffect(() => {
    if (!needed || there.has(load)) return undefined;
    let gone = false;
    const take = async () => {
      there.set(load, await load());
      if (!gone) setLoaded(true);
    };
    take().catch(() => undefined); // the next part that needs it tries again
    return () => {
      gone = true;
    };
  }, [load, needed]);
  return there.get(load) as T | undefined;
}
