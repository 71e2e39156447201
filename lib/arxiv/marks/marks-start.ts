/** Loads the script of marks for pages that have badges and readers who have marks. Tiny, because every list and abstract page has it. */
import { HOST } from "../badge/badge-host.ts";
import { door } from "./marks-door.ts";

export interface MarksStart {
  /** Whether the reader has any marks; not for which papers, so that nothing on the page depends on that. */
  hasMarks: () => Promise<boolean>;
  /** Calls back when that may have changed. */
  watch: (onChange: () => void) => void;
  load: () => void;
}

/** Looks now, when the page has come whole, and whenever it is looked at again: badges can come late. */
export function startMarks(document: Document, { hasMarks, watch, load }: MarksStart): void {
  let loaded = false;
  const loadOnce = () => {
    if (!loaded) load();
    loaded = true;
  };
  const look = async () => {
    if (!loaded && document.querySelector(HOST) && (await hasMarks())) loadOnce();
  };
  const again = () => void look().catch(() => undefined); // an extension that is gone
  door.hotPapersLoadMarks = loadOnce;
  document.defaultView?.addEventListener("load", again);
  document.defaultView?.addEventListener("focus", again);
  watch(again);
  again();
}
