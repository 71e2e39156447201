import { browser } from "../../browser.ts";

/** The hot list is being looked at: the number on the toolbar button goes, without waking the worker that set it. */
export const clearToolbarNumber = (): Promise<void> => browser.action.setBadgeText({ text: "" });
