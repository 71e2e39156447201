/** Whether papers of a list can be read beside it, and which one is. */
import { createContext } from "preact";
import type { PaperDetail } from "../../lib/hot-list/state/paper-detail.ts";

/** The paper beside the list, or null; absent if there is no room for one. */
export const PaperLinks = createContext<PaperDetail | null | undefined>(undefined);
