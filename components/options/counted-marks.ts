import { number } from "../../lib/texts/format.ts";
import { plural } from "../../lib/texts/text.ts";

/** "12 saved papers" and "340 read papers", for a list of such things; zeros are left out. */
export const countedMarks = ({ saved, read }: { saved: number; read: number }): string[] => [
  ...(saved > 0 ? [plural("ownDataSaved", saved, number(saved))] : []),
  ...(read > 0 ? [plural("ownDataRead", read, number(read))] : []),
];
