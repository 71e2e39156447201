/** Connects what is stored or set in the browser with the options page. */
import type { FollowActions, OptionsParts } from "../../components/options/options-parts.ts";
import { ask } from "../../lib/messages/ask.ts";
import { clearToolbarDots, popupKey } from "../../lib/settings/browser-settings.ts";
import { readChangedPages, watchChangedPages } from "../../lib/settings/changed-pages.ts";
import { followDayChange, keepDayChange } from "../../lib/settings/day-change.ts";
import { followJumpKeys } from "../../lib/settings/jump-keys.ts";
import { allowedInPrivateWindows } from "../../lib/settings/private-window.ts";
import { watchSettings } from "../../lib/settings/settings.ts";

export function followSettings(set: (change: Partial<OptionsParts>) => void, signal: AbortSignal): void {
  const setChangedPages = (changedPages: readonly string[]) => set({ changedPages });
  /** Both are the browser's own settings, and are read again when the reader comes back from there. */
  const readBrowserSettings = async () => {
    const [key, allowedInPrivate] = await Promise.all([popupKey(), allowedInPrivateWindows()]);
    set({ popupShortcut: key ?? null, allowedInPrivate });
  };
  void connectFollows(set, signal);
  void followJumpKeys((jumpKeys) => set({ jumpKeys }), signal);
  void followDayChange((hour) => set({ dayChange: { hour } }), signal);
  void readChangedPages().then(setChangedPages);
  watchChangedPages(setChangedPages, signal);
  watchSettings(({ toolbarDot }) => void (toolbarDot || clearToolbarDots()), signal);
  void readBrowserSettings();
  window.addEventListener("focus", () => void readBrowserSettings(), { signal });
}

/** What is followed comes with its section, a moment after the others. */
async function connectFollows(
  set: (change: Partial<OptionsParts>) => void,
  signal: AbortSignal,
): Promise<void> {
  const { followFollows, setFollows } = await import("../../lib/follows/page-follows.ts");
  const actions: FollowActions = {
    onFollow: (more) => void setFollows(more.map((follow) => ({ follow, on: true }))),
    onUnfollow: (follow) => void setFollows([{ follow, on: false }]),
  };
  await followFollows((follows) => set({ follows: [follows, actions] }), signal);
}

export async function changeDay(hour: number | undefined): Promise<void> {
  await keepDayChange(hour);
  await ask("dayChanged", {});
}
