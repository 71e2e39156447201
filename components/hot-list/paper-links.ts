/** Whether papers of a list can be read beside it, and which one is: its id, or null. */
import { createContext } from "preact";
import type { PaperId } from "../../lib/paper/paper-id.ts";

/** Absent where there is no room beside the list. */
export const PaperLinks = createContext<PaperId | null | undefined>(undefined);
