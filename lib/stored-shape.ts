/**
 * Reading stored values by hand and not by schema: the popup reads these settings, and must not load a whole library for
 * them.
 */

/** The fields of a stored object; none for anything else. */
export const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

/** The items of a stored list; none for anything else. */
export const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A list of texts; undefined if anything else is in it. */
export const textsOf = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
