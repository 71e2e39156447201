/** Marks of a page of ours, connected with storage and the worker. */
import { watchMarks } from "../marks/stored-marks.ts";
import { ask } from "../messages/ask.ts";
import { createMarking, type MarkingModel } from "./marking.ts";
import { inPrivateWindow } from "./private-window.ts";

/** Tells what there is to show of marks, at once and with every change, until the signal ends it. */
export function createPageMarking(onModel: (model: MarkingModel) => void, signal: AbortSignal): void {
  let keepsOpened = false; // until it is known
  const look = async () => {
    keepsOpened = !(await inPrivateWindow());
  };
  void look();
  createMarking({
    store: (change) => ask("setMark", change),
    watch: watchMarks,
    now: () => Date.now(),
    keepsOpened: () => keepsOpened,
    onModel,
    signal,
  });
}
