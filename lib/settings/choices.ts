/** What the reader chose, all of it as it is stored: for export, and to be forgotten. */
import { browser } from "../browser.ts";
import { readLocal } from "../read-local.ts";

const CHOICES = ["settings", "dayChange", "jumpKeys", "listView", "hotListChoices"];
/** By their keys in `storage.local`; what was never chosen is absent. */
export const storedChoices = (): Promise<Record<string, unknown>> => readLocal(CHOICES);

/** Keeps such choices in the place of those that are there. They are checked by the caller, and at each read. */
export const keepStoredChoices = (choices: Readonly<Record<string, unknown>>): Promise<void> =>
  browser.storage.local.set(choices);

/**
 * Forgets all that is stored, here and for this life of the browser, except what is to stay. The defaults count from then on. For the
 * worker.
 */
export async function forgetAllBut(stays: (key: string) => boolean): Promise<void> {
  const { local, session } = browser.storage;
  const keys = Object.keys(await local.get(null)).filter((key) => !stays(key));
  await Promise.all([local.remove(keys), session.clear()]);
}
