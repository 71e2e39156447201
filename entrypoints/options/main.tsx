/** The options page: connects the worker and the settings with what is shown of them. */
import "../../components/base.css";
import { namedPlace } from "../../components/options/go-to-named.ts";
import { createOptionsParts } from "../../components/options/options-parts.ts";
import { WholeOptions } from "../../components/options/WholeOptions.tsx";
import { drawInto } from "../../components/parts/draw-into.tsx";
import { browser } from "../../lib/browser.ts";
import { forgetPictureWithChanges } from "../../lib/hot-list/picture/forget-picture.ts";
import { extensionSettings, openShortcutSettings } from "../../lib/settings/browser-settings.ts";
import { keepJumpKeys } from "../../lib/settings/jump-keys.ts";
import { followAppearance } from "../../lib/settings/page-appearance.ts";
import { setPageLanguage } from "../../lib/texts/page-language.ts";
import { text } from "../../lib/texts/text.ts";
import { connectModels, loadOwnData } from "./models.ts";
import { changeDay, followSettings } from "./settings.ts";

setPageLanguage(document);
document.title = text("optionsTitle");

const { signal } = new AbortController(); // for the life of the page
followAppearance(window, signal);
forgetPictureWithChanges(window, signal);
const show = drawInto(document.querySelector("#options") as HTMLElement);
const { version } = browser.runtime.getManifest();
const openSettings = extensionSettings();
const goToNamed = namedPlace(window);

const set = createOptionsParts((parts) => {
  show(
    <WholeOptions
      parts={parts}
      version={version}
      onKeys={(keys) => void keepJumpKeys(keys)}
      onDayChange={(hour) => void changeDay(hour)}
      onOpenShortcuts={() => void openShortcutSettings()}
      onOpenSettings={openSettings && (() => void openSettings())}
      makeReport={async () => (await loadOwnData()).makeReport(version)}
      copyReport={(report) => navigator.clipboard.writeText(report)}
    />,
  );
  if (parts.feeds[0].status) requestAnimationFrame(goToNamed); // when it is all there
});
connectModels(set, signal);
followSettings(set, signal);

// The browser would open a file that is dropped beside its place, instead of this page.
for (const type of ["dragover", "drop"])
  window.addEventListener(type, (event) => event.preventDefault(), { signal });
