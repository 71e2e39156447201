/** The keys of arXiv's pages, as the reader set them: from hot paper to hot paper, and to mark one; kept in `storage.local`. */
import { storedValue } from "../stored-value.ts";

/** Keys as `KeyboardEvent.key` gives them; an empty text switches one off. */
export interface JumpKeySettings {
  next: string;
  previous: string;
  save: string;
  read: string;
}

/** arXiv itself uses Ctrl/Cmd+K and the access keys f, p and n; it leaves these free. */
export const DEFAULT_JUMP_KEYS: Readonly<JumpKeySettings> = {
  next: "j",
  previous: "k",
  save: "s",
  read: "r",
};

const stored = storedValue("jumpKeys");

/** Tells the keys in force now, and whenever they change, until the signal ends it. */
export const followJumpKeys = (onKeys: (keys: JumpKeySettings) => void, signal: AbortSignal): Promise<void> =>
  stored.follow((value) => onKeys(keysIn(value)), signal);

/** A value that is not a key never equals one. */
const keysIn = (value: unknown): JumpKeySettings => ({
  ...DEFAULT_JUMP_KEYS,
  ...(value as Partial<JumpKeySettings> | undefined),
});

export function keepJumpKeys({ next, previous, save, read }: JumpKeySettings): Promise<void> {
  return stored.write({ next, previous, save, read });
}
