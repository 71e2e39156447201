/** Loads the panel of filters, with the names of all categories. */
export const loadFilters = () => import("./FilterPanel.tsx");
