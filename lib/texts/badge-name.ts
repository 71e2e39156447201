import type { Badge } from "../messages/messages.ts";
import { text } from "./text.ts";

/** The accessible sentence: `3rd of 11 on 12 August 2021: 288 retweets, 52 favorites, 1 tweet`; without figures where they are not wanted. */
export const badgeName = ({ words: { rank, date, counts }, quiet }: Pick<Badge, "words" | "quiet">): string =>
  quiet
    ? text("badgeNameQuiet", rank, date)
    : text("badgeName", rank, date, counts.join(text("listSeparator")));
