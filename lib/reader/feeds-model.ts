/** What the options page shows and does about feeds. */
import type { FeedCheck, FeedsStatus, Messages, MessageType, Reply } from "../messages/messages.ts";

/** An address that somebody typed, on its way to become a feed. */
export type AddState =
  | { kind: "idle" }
  | { kind: "asking"; typed: string }
  | { kind: "answered"; typed: string; found: FeedCheck };

export interface FeedsModel {
  /** Absent until the worker has told. */
  status?: FeedsStatus;
  add: AddState;
  /** What could not be done, in the worker's words. */
  trouble?: string;
}

export interface FeedsActions {
  onCheck: (address: string) => void;
  /** Adds the feed that was found. */
  onAdd: () => void;
  onCancel: () => void;
  /** To be called in the click itself: browsers ask only then. */
  onGrantForCheck: (origin: string) => void;
  onGrantFor: (id: string, origin: string) => void;
  onSwitch: (id: string, on: boolean) => void;
  onMove: (id: string, place: number) => void;
  /** All feeds where no id is given. */
  onRefresh: (id?: string) => void;
  onRemove: (id: string) => void;
  onUndo: (id: string) => void;
  onArchiveWords: (on: boolean) => void;
  /** "Today, live" on or off. */
  onLive: (on: boolean) => void;
  onLiveRefresh: () => void;
  onLiveRemove: () => void;
}

interface FeedsSources {
  ask: <T extends MessageType>(type: T, request: Messages[T]["request"]) => Promise<Reply<T>>;
  /** Asks the reader to let us read from a host; true where that was allowed. */
  requestAccess: (origin: string) => Promise<boolean>;
  /** Called at once, and again with every change. */
  onModel: (model: FeedsModel, actions: FeedsActions) => void;
}

/** During an import something changes all the time; looking takes the worker's time. In ms. */
const LOOK_EVERY = 300;

/** Reads how feeds are, and does what is pressed. Gives what to call when anything of it changed elsewhere. */
export function createFeedsModel({ ask, requestAccess, onModel }: FeedsSources): { changed: () => void } {
  let model: FeedsModel = { add: { kind: "idle" } };
  const set = (change: Partial<FeedsModel>) => {
    model = { ...model, ...change };
    onModel(model, actions);
  };

  /** Does something; what goes wrong is shown instead of being lost. */
  async function attempt(work: () => Promise<unknown>) {
    const { trouble: _, ...rest } = model;
    model = rest;
    try {
      await work();
    } catch (error) {
      set({ trouble: error instanceof Error ? error.message : String(error) });
    }
  }

  let reading = false;
  let again = false;
  /** One question at a time; whatever changes during one is answered by one more after it. */
  async function read() {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    try {
      do {
        again = false;
        set({ status: await ask("feedsStatus", {}) });
      } while (again);
    } catch (error) {
      set({ trouble: error instanceof Error ? error.message : String(error) });
    } finally {
      reading = false;
    }
  }

  const act = (work: () => Promise<unknown>) =>
    void attempt(async () => {
      await work();
      await read();
    });

  async function check(typed: string) {
    set({ add: { kind: "asking", typed } });
    try {
      const found = await ask("checkFeed", { address: typed });
      if (model.add.kind === "asking" && model.add.typed === typed)
        set({ add: { kind: "answered", typed, found } });
    } catch (error) {
      set({ add: { kind: "idle" } });
      throw error;
    }
  }

  const actions: FeedsActions = {
    onCheck: (typed) => void attempt(() => check(typed)),
    onAdd() {
      const { add } = model;
      if (add.kind !== "answered" || !add.found.ok) return;
      const { address, title } = add.found;
      act(async () => {
        await ask("addFeed", { address, title });
        set({ add: { kind: "idle" } });
      });
    },
    onCancel: () => set({ add: { kind: "idle" } }),
    onGrantForCheck(origin) {
      const asked = requestAccess(origin); // before anything is awaited
      void attempt(async () => {
        if ((await asked) && model.add.kind === "answered") await check(model.add.typed);
      });
    },
    onGrantFor(id, origin) {
      const asked = requestAccess(origin);
      act(async () => {
        if (await asked) await ask("refreshFeeds", { id });
      });
    },
    onSwitch: (id, on) => act(() => ask("setFeed", { id, on })),
    onMove: (id, place) => act(() => ask("setFeed", { id, place })),
    onRefresh: (id) => act(() => ask("refreshFeeds", id === undefined ? {} : { id })),
    onRemove: (id) => act(() => ask("removeFeed", { id })),
    onUndo: (id) => act(() => ask("undoRemoveFeed", { id })),
    onArchiveWords: (on) => act(() => ask("archiveWords", { on })),
    onLive: (on) => act(() => ask("liveToday", { on })),
    onLiveRefresh: () => act(() => ask("refreshLive", {})),
    onLiveRemove: () => act(() => ask("removeLive", {})),
  };

  onModel(model, actions);
  void read();
  let soon: ReturnType<typeof setTimeout> | undefined;
  return {
    changed() {
      soon ??= setTimeout(() => {
        soon = undefined;
        void read();
      }, LOOK_EVERY);
    },
  };
}
