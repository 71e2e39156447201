import { useLayoutEffect, useRef, useState } from "preact/hooks";

/**
 * For a search that a button opens and closes, and a key opens.
 *
 * @param typed what is searched for: a search that the address asks for is open without a press
 * @param onClose called when the search is given up
 */
export function useSearchField(typed: string, onClose: () => void) {
  /** How often it was asked for after it was closed. */
  const [asked, setAsked] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // Before the next key, which is for the field already.
  useLayoutEffect(() => {
    if (asked > 0) field.current?.select();
  }, [asked]); // every time it is asked for, even if it is open already

  const open = () => setAsked(asked + 1);
  const close = () => {
    setAsked(0);
    onClose();
    button.current?.focus();
  };
  return { isOpen: asked > 0 || typed !== "", field, button, open, close };
}
