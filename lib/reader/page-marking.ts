/** Marks of a page of ours, connected with storage and the worker. */
import { browser } from "../browser.ts";
import { watchMarks } from "../marks/stored-marks.ts";
import { ask } from "../messages/ask.ts";
import { createMarking, type MarkingModel } from "./marking.ts";

/** Tells what there is to show of marks, at once and with every change, until the signal ends it. */
export function createPageMarking(onModel: (model: MarkingModel) => void, signal: AbortSignal): void {
  createMarking({
    store: (change) => ask("setMark", change),
    watch: watchMarks,
    now: () => Date.now(),
    keepsOpened: !browser.extension.inIncognitoContext,
    onModel,
    signal,
  });
}
