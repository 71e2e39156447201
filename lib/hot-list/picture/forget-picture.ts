/** Nothing of what was deleted or unmarked stays in the picture that the popup opens with. */
import { onMarksChanged } from "../../marks/stored-marks.ts";
import { watchRevision } from "../../revision.ts";
import { forgetPicture } from "./last-picture.ts";

/** While a page is open, each change of the index or of the marks takes the picture away, until the signal ends it. */
export function forgetPictureWithChanges(window: Window, signal: AbortSignal): void {
  const forget = () => forgetPicture(window);
  watchRevision(forget, signal);
  onMarksChanged(forget, signal);
}
