/** Loads the place of the saved papers, for head and list of a page alike. */
export const loadSaved = () => import("./saved-place.ts");
