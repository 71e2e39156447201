/** The version since which the reader has not been told what is new, in `storage.local`; absent if there is nothing to tell. */
import { storedValue } from "../stored-value.ts";

const stored = storedValue("newsSince");

/** The version that was there before the first update that the reader has not been told of. */
export async function readNewsSince(): Promise<string | undefined> {
  const version = await stored.read();
  return typeof version === "string" ? version : undefined;
}

/** After an update: news of earlier ones that was not seen stays to be told. */
export async function keepNewsSince(version: string): Promise<void> {
  if ((await readNewsSince()) === undefined) await stored.write(version);
}

/** The reader has seen them, for good. */
export const dismissNews = (): Promise<void> => stored.write(null);

/** Tells that they came or were dismissed, in another page too, until the signal ends it. */
export const watchNews = (onChange: () => void, signal: AbortSignal): void => stored.watch(onChange, signal);
