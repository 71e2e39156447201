/** What the reader chose, all of it as it is stored: to be taken along, and to be forgotten. */
import { browser } from "../browser.ts";
import { readLocal } from "../read-local.ts";

const CHOICES = ["settings", "dayChange", "jumpKeys", "listView", "hotListChoices"];
/** What follows from choices and from reading. */
const TRACES = ["visits", "feedChecks", "feedLog", "lastErrors"];

/** By their keys in `storage.local`; what was never chosen is absent. */
export const storedChoices = (): Promise<Record<string, unknown>> => readLocal(CHOICES);

/** The defaults count from then on. For the worker. */
export const forgetChoices = (): Promise<void> => browser.storage.local.remove([...CHOICES, ...TRACES]);
