import { useEffect, useState } from "preact/hooks";

/** How long the result of a press is shown, in ms. */
const SHOWN_FOR = 4000;

/** The result of the last press, for a while. */
export function useSaid<Said>(): [Said | undefined, (said: Said) => void] {
  const [said, setSaid] = useState<{ said: Said }>();
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  return [said?.said, (next) => setSaid({ said: next })];
}
