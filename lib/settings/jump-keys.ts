/** The keys that jump from hot paper to hot paper, as the reader set them; kept in `storage.local`. */
import { storedValue } from "../stored-value.ts";

/** Keys as `KeyboardEvent.key` gives them; an empty text switches one off. */
export interface KeptJumpKeys {
  next: string;
  previous: string;
}

/** arXiv itself uses Ctrl/Cmd+K and the access keys f, p and n; these two it leaves free. */
export const DEFAULT_JUMP_KEYS: Readonly<KeptJumpKeys> = { next: "j", previous: "k" };

const stored = storedValue("jumpKeys");

/** Tells the keys in force now, and whenever they change, until the signal ends it. */
export const followJumpKeys = (onKeys: (keys: KeptJumpKeys) => void, signal: AbortSignal): Promise<void> =>
  stored.follow((value) => onKeys(keysIn(value)), signal);

/** A value that is no key never equals one. */
const keysIn = (value: unknown): KeptJumpKeys => ({
  ...DEFAULT_JUMP_KEYS,
  ...(value as Partial<KeptJumpKeys> | undefined),
});

export function keepJumpKeys({ next, previous }: KeptJumpKeys): Promise<void> {
  return stored.write({ next, previous });
}
