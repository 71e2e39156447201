/** Which key is meant, in any layout of the keyboard. */

type Key = Pick<KeyboardEvent, "key" | "code" | "shiftKey">;

/** Keys with a name that lead somewhere; all others (F5, Caps Lock, Tab) are the browser's or only change the next one. */
const NAMED = /^(?:Arrow(?:Up|Down|Left|Right)|Page(?:Up|Down)|Home|End|Insert)$/u;

/**
 * A key by its Latin letter. On a layout of another script a letter counts as the one on the same key of a Latin layout, because there is
 * no other way to press it. Caps Lock changes nothing: only Shift makes a capital letter.
 *
 * @returns as `KeyboardEvent.key` has it: `j`, `J`, `/`, `ArrowDown`
 */
export function pressedKey({ key, code, shiftKey }: Key): string {
  if (key.length > 1) return key;
  const [, letter] = /^Key([A-Z])$/u.exec(code) ?? [];
  const meant = letter && /[^\P{L}\p{Script=Latin}]/u.test(key) ? letter : key; // a letter, and none of ours
  return shiftKey ? meant.toUpperCase() : meant.toLowerCase();
}

/** Whether a key can be chosen for something: one that writes a character, or moves something. */
export const isUsableKey = (key: string): boolean => /^.$/u.test(key) || NAMED.test(key);
