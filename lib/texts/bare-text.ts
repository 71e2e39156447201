/** A text without substitutions, for the page script: what fills in `$1` weighs a tenth of its badges there. */
import { browser } from "../browser.ts";
import type { TextKey } from "./text.ts";

/** The text of a key, in the browser's language. */
export const bareText = (key: TextKey): string => browser.i18n.getMessage(key);
