/** The welcome page: connects the browser and the worker with what is shown of them. */
import "../../components/base.css";
import { drawInto } from "../../components/parts/draw-into.tsx";
import { WelcomePage } from "../../components/welcome/WelcomePage.tsx";
import { ask } from "../../lib/messages/ask.ts";
import { hasArxivAccess, requestArxivAccess, watchArxivAccess } from "../../lib/reader/arxiv-access.ts";
import { buttonOnToolbar, popupKey } from "../../lib/reader/browser-settings.ts";
import { watchFeeds } from "../../lib/reader/feed-storage.ts";
import { followAppearance } from "../../lib/reader/page-appearance.ts";
import { setPageLanguage } from "../../lib/reader/page-language.ts";
import { createWelcome } from "../../lib/reader/welcome-model.ts";
import { text } from "../../lib/texts/text.ts";
import { watchRevision } from "../../lib/worker/revision.ts";

const { signal } = new AbortController(); // as long as the page
followAppearance(window, signal);
setPageLanguage(document);
document.title = text("welcomeTitle");
const show = drawInto(document.querySelector("#welcome") as HTMLElement);

const { accessChanged, feedsChanged, browserChanged } = createWelcome({
  ask,
  hasAccess: hasArxivAccess,
  requestAccess: requestArxivAccess,
  popupKey,
  onToolbar: buttonOnToolbar,
  onModel: (model, actions) =>
    show(<WelcomePage model={model} listUrl="archive.html" optionsUrl="options.html#feeds" {...actions} />),
});
watchArxivAccess(accessChanged, signal);
watchFeeds(feedsChanged, signal);
watchRevision(feedsChanged, signal);
window.addEventListener("focus", browserChanged, { signal });
