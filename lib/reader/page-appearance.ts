/** How our own pages look: the reader's theme, with or without figures. The style sheet does the rest (components/base.css). */
import { readSettings, type Settings, watchSettings } from "../settings/settings.ts";

type Appearance = Pick<Settings, "theme" | "hideFigures">;

/** Settings are read from `storage.local`, which takes longer than the first paint: what was in force last is kept here too. */
const REMEMBERED = "appearance";

/** Shows a page as the reader wants it, before its first paint where that is known, and follows the settings until the signal ends it. */
export function followAppearance({ document, localStorage }: Window, signal: AbortSignal): void {
  const show = ({ theme, hideFigures }: Appearance) => {
    const { dataset } = document.documentElement;
    dataset["theme"] = theme;
    dataset["figures"] = hideFigures ? "hidden" : "shown";
  };
  const showAndRemember = ({ theme, hideFigures }: Settings) => {
    show({ theme, hideFigures });
    localStorage.setItem(REMEMBERED, JSON.stringify({ theme, hideFigures }));
  };
  const remembered = localStorage.getItem(REMEMBERED);
  if (remembered !== null) show(JSON.parse(remembered) as Appearance);
  watchSettings(showAndRemember, signal);
  void readSettings().then(showAndRemember, () => undefined); // without them the page looks as the system does
}
