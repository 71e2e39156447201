import { useEffect, useState } from "preact/hooks";

/**
 * What a page loads when it is first needed: undefined until it is there, and where it cannot be loaded.
 *
 * @param load the same function at every call
 */
export function useLoaded<T>(load: () => Promise<T>, needed: boolean): T | undefined {
  const [loaded, setLoaded] = useState<{ it: T }>();
  useEffect(() => {
    if (!needed) return undefined;
    let gone = false;
    const take = async () => {
      const it = await load();
      if (!gone) setLoaded({ it });
    };
    take().catch(() => undefined); // the next one who needs it tries again
    return () => {
      gone = true;
    };
  }, [load, needed]);
  return loaded?.it;
}
