/** Keeps what a page shows up to date: reads again when another window is asked for and when the index changed. */
import type { HotListView } from "../hot-list-view.ts";
import { type HotListQuery, type HotListSources, readHotList } from "../read-hot-list.ts";

export interface ListLoader {
  /** Shows another window, or the same in another way. */
  show: (query: HotListQuery) => void;
  /** Reads the same again. */
  readAgain: () => void;
  /** The archive's state or its progress changed. */
  archiveChanged: () => void;
}

interface ListLoaderOptions {
  sources: HotListSources;
  /** Called with every view that is still wanted when it has been read. */
  onView: (view: HotListView) => void;
  signal: AbortSignal;
}

/** Begins with the first `show`. One read at a time; whatever happens during one is answered by one more after it. */
export function createListLoader({ sources, onView, signal }: ListLoaderOptions): ListLoader {
  let wanted: HotListQuery | undefined;
  let running = false;
  let again = false;
  let shown: HotListView["kind"] = "loading";

  function show(view: HotListView) {
    shown = view.kind;
    onView(view);
  }

  async function read() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      const asked = wanted;
      if (!asked) break;
      const view = await readHotList(asked, sources);
      if (signal.aborted) return;
      if (asked === wanted) show(view);
    } while (again);
    running = false;
  }

  /**
   * An import is one transaction, and the index answers no read before its end. So its progress is shown without asking the
   * index, unless a list is on show already.
   */
  async function showProgress() {
    const archive = await sources.archive().catch(() => undefined);
    if (signal.aborted || shown === "list" || !running) return;
    if (archive?.state === "importing") show({ kind: "importing", progress: archive.progress });
  }

  return {
    show(next) {
      const first = wanted === undefined;
      wanted = next;
      void read(); // never fails: a failure is a view
      if (first) void showProgress();
    },
    readAgain: () => void read(),
    archiveChanged() {
      void read();
      void showProgress();
    },
  };
}
