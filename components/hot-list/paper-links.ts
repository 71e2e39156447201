/** Whether papers of a list can be read beside it, and which one is. */
import { createContext } from "preact";
import type { PaperId } from "../../lib/paper/paper-id.ts";

/** Absent where there is no room beside the list. */
export const PaperLinks = createContext<{ shown: PaperId | undefined } | undefined>(undefined);
