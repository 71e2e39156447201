/** What each version brought, in a sentence: shown once in the popup after an update. */
import type { TextKey } from "../../lib/texts/text.ts";

export interface News {
  version: string;
  text: TextKey;
}

/** The newest first. A version without visible changes has none. */
export const NEWS: readonly News[] = [{ version: "1.0.0", text: "news_1_0_0" }];

/** Those that came after a version; the newest first. */
export function newsSince(since: string | undefined, all: readonly News[] = NEWS): readonly News[] {
  return since === undefined ? [] : all.filter(({ version }) => isLater(version, since));
}

/** `0.10.0` is later than `0.9.1`. */
function isLater(version: string, than: string): boolean {
  const [a, b] = [version, than].map((each) => each.split(".").map(Number));
  const at = a?.findIndex((part, place) => part !== (b?.[place] ?? 0)) ?? -1;
  return at >= 0 && (a?.[at] ?? 0) > (b?.[at] ?? 0);
}
