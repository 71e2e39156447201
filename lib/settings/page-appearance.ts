/** How our own pages look: the reader's theme, with or without figures. The style sheet does the rest (components/base.css). */
import { readSettings, type Settings, watchSettings } from "./settings.ts";

type Appearance = Pick<Settings, "theme" | "hideFigures">;

/** Settings are read from `storage.local`, which takes longer than the first paint: the last ones in force are kept here too. */
const REMEMBERED = "appearance";

function show({ documentElement: { dataset } }: Document, { theme, hideFigures }: Appearance): void {
  dataset["theme"] = theme;
  dataset["figures"] = hideFigures ? "hidden" : "shown";
}

/** Shows a page as the reader wanted it last, if that is known. */
export function showRemembered({ document, localStorage }: Window): void {
  try {
    const remembered = JSON.parse(localStorage.getItem(REMEMBERED) ?? "null") as Appearance | null;
    if (remembered) show(document, remembered);
  } catch {
    // damaged: the page looks as the system does until its settings have been read
  }
}

/** Shows a page as the reader wants it, before its first paint if that is known, and follows the settings until the signal ends it. */
export function followAppearance(window: Window, signal: AbortSignal): void {
  const showAndRemember = ({ theme, hideFigures }: Settings) => {
    show(window.document, { theme, hideFigures });
    window.localStorage.setItem(REMEMBERED, JSON.stringify({ theme, hideFigures }));
  };
  showRemembered(window);
  watchSettings(showAndRemember, signal);
  void readSettings().then(showAndRemember, () => undefined); // without them the page looks as the system does
}
