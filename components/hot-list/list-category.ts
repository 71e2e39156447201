import { createContext } from "preact";

/** The category that the address of the list on show names: links to other lists keep it. */
export const ListCategory = createContext<string | undefined>(undefined);
