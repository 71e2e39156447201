/** Forgives a typo. */
import UFuzzy from "@leeoniya/ufuzzy";
import type { Near } from "./paper-index.ts";

/** One letter too many, too few, wrong or swapped in each word. */
export const near: Near = (lines, words) => new UFuzzy({ intraMode: 1 }).filter(lines, words) ?? [];
