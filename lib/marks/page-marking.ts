/** Marks of a page of ours, connected with storage and the worker. */
import type { MarkChange, Marks } from "./marks.ts";
import { watchPrivateChanges, withChanges } from "./private-marks.ts";
import { watchMarks } from "./stored-marks.ts";
import { ask } from "../messages/ask.ts";
import { createMarking, type MarkingModel } from "./marking.ts";
import { inPrivateWindow } from "../settings/private-window.ts";

/** Tells what there is to show of marks, at once and with every change, until the signal ends it. */
export function createPageMarking(onModel: (model: MarkingModel) => void, signal: AbortSignal): void {
  let privately: boolean | undefined; // until it is known
  const looked = inPrivateWindow();
  const look = async () => {
    privately = await looked;
  };
  void look();
  // At once if it is known: a popup may close in the same moment.
  const knowing = (store: (way: { privately?: true }) => Promise<unknown>) => {
    const stored = (known: boolean) => store(known ? { privately: true } : {});
    return privately === undefined ? looked.then(stored) : stored(privately);
  };
  createMarking({
    store: (change) => knowing((way) => ask("setMark", { ...change, ...way })),
    storeAll: (changes) => knowing((way) => ask("setMarks", { changes, ...way })),
    watch(onMarks, ending) {
      void watchShown(onMarks, looked, ending);
    },
    now: () => Date.now(),
    keepsOpened: () => privately === false,
    onModel,
    signal,
  });
}

/** Marks as this window shows them: a private one with those of private windows. */
async function watchShown(
  onMarks: (marks: Marks) => void,
  looked: Promise<boolean>,
  signal: AbortSignal,
): Promise<void> {
  let kept: Marks | undefined;
  let changes: readonly MarkChange[] | undefined;
  const tell = () => {
    if (kept && changes) onMarks(withChanges(kept, changes));
  };
  watchMarks((marks) => {
    kept = marks;
    tell();
  }, signal);
  if (await looked) {
    watchPrivateChanges((made) => {
      changes = made;
      tell();
    }, signal);
  } else {
    changes = [];
    tell();
  }
}
