/** What the options page shows and does about feeds. */
import type { BundledId } from "../../lib/digest/bundled.ts";
import { originsOfTyped } from "../../lib/feeds/typed-origins.ts";
import type {
  FeedBrought,
  FeedCheck,
  FeedsStatus,
  Messages,
  MessageType,
  Reply,
} from "../../lib/messages/messages.ts";
import { attempt, createStore, type Store } from "../../lib/store.ts";
import { PlainError, plainError } from "../../lib/texts/plain-error.ts";
import { text } from "../../lib/texts/text.ts";

/** An address that was typed, on its way to becoming a feed. */
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
  /** Asks for access to the hosts that learn this installation's number. */
  onGrantAll: () => void;
  onSwitch: (id: string, on: boolean) => void;
  onMove: (id: string, place: number) => void;
  /** All feeds if no id is given. */
  onRefresh: (id?: string) => void;
  onRemove: (id: string) => void;
  onUndo: (id: string) => void;
  /** What it brought; fails in the worker's words. */
  onBrought: (id: string) => Promise<FeedBrought>;
  onFullTextsChoice: (on: boolean) => void;
  onRemoveBundled: (id: BundledId) => void;
  onRestoreBundled: (id: BundledId) => void;
  /** "Today, live" on or off. */
  onLive: (on: boolean) => void;
  /** Posts on X, through alphaXiv, on or off. To be called in the click itself. */
  onAlphaxiv: (on: boolean) => void;
  onLiveRefresh: () => void;
  /** Fetches the missing days before today, or leaves them. */
  onFillGap: (on: boolean) => void;
  onLiveRemove: () => void;
}

interface FeedsSources {
  ask: <T extends MessageType>(type: T, request: Messages[T]["request"]) => Promise<Reply<T>>;
  /** Asks the reader to let us read from a host; true if that was allowed. */
  requestAccess: (origin: string) => Promise<boolean>;
  /** The same for hosts that every page may read, if the browser would otherwise name itself to them. */
  requestHosts: (origins: readonly string[]) => Promise<boolean>;
  /** Called at once, and again with every change. */
  onModel: (model: FeedsModel, actions: FeedsActions) => void;
}

/** During an import something changes all the time, and each look takes the worker's time. In ms. */
const LOOK_EVERY = 300;

/** Reads the state of feeds, and does what is pressed. Returns what to call when something changed elsewhere. */
export function createFeedsModel(sources: FeedsSources): { changed: () => void } {
  const { ask, onModel } = sources;
  const store = createStore<FeedsModel>({ add: { kind: "idle" } }, (model) => onModel(model, actions));
  const read = createStatusReader(store, ask);
  const act = (work: () => Promise<unknown>) =>
    void attempt(store, async () => {
      await work();
      await read();
    });
  const actions: FeedsActions = {
    ...addActions(store, sources, act),
    ...accessActions(store, sources, act),
    ...messageActions(ask, act),
  };

  onModel(store.state(), actions);
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

type FeedsStore = Store<FeedsModel>;

/** Asks the worker for the state of feeds. One question at a time; a change during one is answered by one more after it. */
function createStatusReader({ set }: FeedsStore, ask: FeedsSources["ask"]): () => Promise<void> {
  let reading = false;
  let again = false;
  return async () => {
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
      set({ trouble: plainError(error) });
    } finally {
      reading = false;
    }
  };
}

/** Does something to feeds, then reads their state again. */
type Act = (work: () => Promise<unknown>) => void;

/** The way from a typed address to a new feed. */
function addActions(
  store: FeedsStore,
  { ask, requestAccess, requestHosts }: FeedsSources,
  act: Act,
): Pick<FeedsActions, "onCheck" | "onAdd" | "onCancel" | "onGrantForCheck"> {
  const { state, set } = store;

  /** @param asked the reader's answer, which is awaited; the feed works either way, and the page says what the answer means */
  async function check(typed: string, asked?: Promise<boolean>) {
    set({ add: { kind: "asking", typed } });
    try {
      await asked;
      const found = await ask("checkFeed", { address: typed });
      const { add } = state();
      if (add.kind === "asking" && add.typed === typed) set({ add: { kind: "answered", typed, found } });
    } catch (error) {
      set({ add: { kind: "idle" } });
      throw error;
    }
  }

  return {
    onCheck(typed) {
      const asked = requestHosts(originsOfTyped(typed)); // before anything is awaited
      void attempt(store, () => check(typed, asked));
    },
    onAdd() {
      const { add } = state();
      if (add.kind !== "answered" || !add.found.ok) return;
      const { address, title, origins } = add.found;
      const asked = requestHosts(origins);
      act(async () => {
        await asked;
        await ask("addFeed", { address, title });
        set({ add: { kind: "idle" } });
      });
    },
    onCancel: () => set({ add: { kind: "idle" } }),
    onGrantForCheck(origin) {
      const asked = requestAccess(origin); // before anything is awaited
      void attempt(store, async () => {
        const allowed = await asked;
        const { add } = state();
        if (allowed && add.kind === "answered") await check(add.typed);
      });
    },
  };
}

/** Presses that need permission for hosts. It is asked for before anything is awaited. */
function accessActions(
  { state }: FeedsStore,
  { ask, requestAccess, requestHosts }: FeedsSources,
  act: Act,
): Pick<FeedsActions, "onGrantFor" | "onGrantAll" | "onSwitch" | "onAlphaxiv"> {
  return {
    onGrantFor(id, origin) {
      const asked = requestAccess(origin);
      act(async () => {
        if (await asked) await ask("refreshFeeds", { id });
      });
    },
    onAlphaxiv(on) {
      const asked = on ? requestAccess(state().status?.live.alphaxiv.origin ?? "") : undefined;
      act(async () => {
        if (asked && !(await asked)) throw new PlainError(text("alphaxivRefused"));
        await ask("liveAlphaxiv", { on });
      });
    },
    onGrantAll() {
      const asked = requestHosts(state().status?.numbered ?? []);
      act(() => asked);
    },
    onSwitch(id, on) {
      const { origins = [] } = state().status?.feeds.find((feed) => feed.id === id) ?? {};
      const asked = on && origins.length > 0 ? requestHosts(origins) : undefined;
      act(async () => {
        if (asked) await asked;
        await ask("setFeed", { id, on });
      });
    },
  };
}

/** Presses that each are one message to the worker. */
const messageActions = (ask: FeedsSources["ask"], act: Act) =>
  ({
    onMove: (id, place) => act(() => ask("setFeed", { id, place })),
    onRefresh: (id) => act(() => ask("refreshFeeds", id === undefined ? {} : { id })),
    onRemove: (id) => act(() => ask("removeFeed", { id })),
    onUndo: (id) => act(() => ask("undoRemoveFeed", { id })),
    onBrought: (id) => ask("feedBrought", { id }),
    onRemoveBundled: (id) => act(() => ask("removeBundled", { id })),
    onRestoreBundled: (id) => act(() => ask("restoreArchive", { id })),
    onFullTextsChoice: (on) => act(() => ask("fullTexts", { on })),
    onLive: (on) => act(() => ask("liveToday", { on })),
    onFillGap: (on) => act(() => ask("pastDays", { what: on ? "fill" : "stop" })),
    onLiveRefresh: () => act(() => ask("refreshLive", {})),
    onLiveRemove: () => act(() => ask("removeLive", {})),
  }) satisfies Partial<FeedsActions>;
