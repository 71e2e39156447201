/** Ranges of the keys `[date, feed]`, under which copies of days are kept. */

/** All copies of a day. */
export const ofDate = (date: string) => IDBKeyRange.bound([date], [date, []]);
