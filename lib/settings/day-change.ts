/** The hour at which the reader's day changes, 0 to 23 on the machine's clock; kept in `storage.local`. Undefined if none was chosen. */
import { storedValue } from "../stored-value.ts";

const stored = storedValue("dayChange");

const hourIn = (value: unknown): number | undefined =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 23
    ? (value as number)
    : undefined;

export const readDayChange = async (): Promise<number | undefined> => hourIn(await stored.read());

/** Tells the hour in force now, and whenever it changes, until the signal ends it. */
export const followDayChange = (
  onHour: (hour: number | undefined) => void,
  signal: AbortSignal,
): Promise<void> => stored.follow((value) => onHour(hourIn(value)), signal);

export const keepDayChange = (hour: number | undefined): Promise<void> => stored.write(hour ?? null);
