import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isUsableKey, pressedKey } from "../../lib/texts/pressed-key.ts";

test.each([
  ["о", "KeyJ", false, "j"], // Russian
  ["ξ", "KeyJ", false, "j"], // Greek
  ["ㅓ", "KeyJ", false, "j"], // Korean
  ["О", "KeyJ", true, "J"],
  ["J", "KeyJ", false, "j"], // Caps Lock
  ["j", "KeyJ", true, "J"], // Caps Lock and Shift
  ["j", "KeyC", false, "j"], // Dvorak: what is printed on the key
  ["é", "Digit2", false, "é"], // French
  ["?", "Digit7", true, "?"], // Russian
  ["/", "Slash", false, "/"],
  ["ArrowDown", "ArrowDown", false, "ArrowDown"],
])("%s on %s (Shift: %s) is %s", (key, code, shiftKey, meant) => {
  expect(pressedKey({ key, code, shiftKey })).toBe(meant);
});

test("keys that cannot be pressed for a jump, or are the browser's, are not usable", () => {
  for (const key of ["CapsLock", "NumLock", "F5", "ContextMenu", "Unidentified", "Tab", "Dead", "Shift"])
    expect(isUsableKey(key), key).toBe(false);
  for (const key of ["j", "ж", " ", "PageDown"]) expect(isUsableKey(key), key).toBe(true);
});

const CASES = "../shared/cases/exports-and-texts/11-keys.json";

test.skipIf(!existsSync(CASES))("the cases of ../shared do what they say (needs ../shared/cases)", () => {
  const cases = JSON.parse(readFileSync(CASES, "utf8")) as {
    key: string;
    code?: string;
    shift?: boolean;
    is: string;
  }[];
  for (const { key, code = "", shift = false, is } of cases) {
    const pressed = pressedKey({ key, code, shiftKey: shift });
    expect(is === "not taken" ? isUsableKey(pressed) : pressed, key).toBe(is === "not taken" ? false : "j");
  }
});
