/** The welcome page: connects the browser and the worker with what is shown of them. */
import "../../components/base.css";
import { drawInto } from "../../components/parts/draw-into.tsx";
import { WelcomePage } from "../../components/welcome/WelcomePage.tsx";
import { hasArxivAccess, requestArxivAccess, watchArxivAccess } from "../../lib/settings/arxiv-access.ts";
import { isAndroid } from "../../lib/settings/android.ts";
import { buttonOnToolbar, popupKey } from "../../lib/settings/browser-settings.ts";
import { watchFeeds } from "../../lib/hot-list/state/feed-storage.ts";
import { askWithAccess } from "../../lib/live/host-access.ts";
import { followAppearance } from "../../lib/settings/page-appearance.ts";
import { setPageLanguage } from "../../lib/texts/page-language.ts";
import { createWelcome } from "../../components/welcome/welcome-model.ts";
import { text } from "../../lib/texts/text.ts";
import { watchRevision } from "../../lib/revision.ts";

const { signal } = new AbortController(); // for the life of the page
followAppearance(window, signal);
setPageLanguage(document);
document.title = text("welcomeTitle");
const show = drawInto(document.querySelector("#welcome") as HTMLElement);

const { accessChanged, feedsChanged, browserChanged } = createWelcome({
  ask: askWithAccess,
  hasAccess: hasArxivAccess,
  requestAccess: requestArxivAccess,
  popupKey,
  onToolbar: buttonOnToolbar,
  onPhone: isAndroid(),
  onModel: (model, actions) =>
    show(<WelcomePage model={model} listUrl="archive.html" optionsUrl="options.html#feeds" {...actions} />),
});
watchArxivAccess(accessChanged, signal);
watchFeeds(feedsChanged, signal);
watchRevision(feedsChanged, signal);
window.addEventListener("focus", browserChanged, { signal });
