/** What the welcome page shows and does. */
import type { Ask, LiveStatus } from "../../lib/messages/messages.ts";
import { attempt, createStore } from "../../lib/store.ts";

export interface WelcomeModel {
  /** Whether the browser lets the extension run on arXiv; absent until it has told. */
  access?: boolean;
  /** The key that opens the popup; empty if there is none. */
  popupKey?: string;
  /** Whether the browser has its extensions in its menu, as on a phone. */
  onPhone?: boolean;
  /** Whether the button is seen without opening a menu; absent if the browser does not tell. */
  onToolbar?: boolean;
  /** "Today, live"; absent until the worker has told. */
  live?: LiveStatus;
  /** What a press could not do. */
  trouble?: string;
}

export interface WelcomeActions {
  /** To be called in the click itself: browsers ask only then. */
  onGrantAccess: () => void;
  onStartToday: () => void;
}

interface WelcomeSources {
  ask: Ask;
  hasAccess: () => Promise<boolean>;
  requestAccess: () => Promise<boolean>;
  popupKey: () => Promise<string | undefined>;
  onToolbar: () => Promise<boolean | undefined>;
  onPhone: boolean;
  /** Called at once, and again with every change. */
  onModel: (model: WelcomeModel, actions: WelcomeActions) => void;
}

/** Something changed elsewhere: it is read again. */
export interface WelcomeWatch {
  accessChanged: () => void;
  feedsChanged: () => void;
  browserChanged: () => void;
}

export function createWelcome(sources: WelcomeSources): WelcomeWatch {
  const store = createStore<WelcomeModel>({ onPhone: sources.onPhone }, (model) =>
    sources.onModel(model, actions),
  );

  /** What is unknown is left out of the page; the rest stays. */
  async function tell(read: () => Promise<Partial<WelcomeModel>>) {
    try {
      store.set(await read());
    } catch {
      // It comes with the next change.
    }
  }
  const readAccess = () => tell(async () => ({ access: await sources.hasAccess() }));
  const readLive = () => tell(async () => ({ live: (await sources.ask("feedsStatus", {})).live }));
  const readBrowser = () =>
    tell(async () => {
      const [popupKey, onToolbar] = await Promise.all([sources.popupKey(), sources.onToolbar()]);
      return { ...(popupKey !== undefined && { popupKey }), ...(onToolbar !== undefined && { onToolbar }) };
    });

  const actions: WelcomeActions = {
    onGrantAccess: () => void attempt(store, sources.requestAccess),
    onStartToday: () =>
      void attempt(store, async () => {
        await sources.ask("seeToday", {}); // what failed is in its state
        await readLive();
      }),
  };

  sources.onModel(store.state(), actions);
  void readAccess();
  void readLive();
  void readBrowser();
  return {
    accessChanged: () => void readAccess(),
    feedsChanged: () => void readLive(),
    browserChanged: () => void readBrowser(),
  };
}
