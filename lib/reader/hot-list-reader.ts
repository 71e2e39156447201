/** Keeps what the popup shows true: reads again when another day is asked for and when the index changed. */
import type { DayTarget } from "../hot-list/day-target.ts";
import type { HotListView } from "../hot-list/hot-list-view.ts";
import { type HotListSources, readHotList } from "../hot-list/read-hot-list.ts";

export interface HotListReader {
  /** Shows another day. */
  show: (target: DayTarget) => void;
  /** Reads the same again. */
  readAgain: () => void;
  /** The archive's state or its progress changed. */
  archiveChanged: () => void;
}

interface HotListReaderOptions {
  target: DayTarget;
  sources: HotListSources;
  /** Called with every view that is still wanted when it has been read. */
  onView: (view: HotListView) => void;
  signal: AbortSignal;
}

/** Starts reading. One read at a time; whatever happens during one is answered by one more after it. */
export function createHotListReader({
  target,
  sources,
  onView,
  signal,
}: HotListReaderOptions): HotListReader {
  let wanted = target;
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
      const view = await readHotList(asked, sources);
      if (signal.aborted) return;
      if (asked === wanted) show(view);
    } while (again);
    running = false;
  }

  /**
   * An import is one transaction, and the index answers nobody before its end. So its progress is shown without asking the
   * index, unless a day is on show already.
   */
  async function showProgress() {
    const archive = await sources.archive().catch(() => undefined);
    if (signal.aborted || shown === "day" || !running) return;
    if (archive?.state === "importing") show({ kind: "importing", progress: archive.progress });
  }

  void read(); // never fails: a failure is a view
  void showProgress();
  return {
    show(next) {
      wanted = next;
      void read();
    },
    readAgain: () => void read(),
    archiveChanged() {
      void read();
      void showProgress();
    },
  };
}
