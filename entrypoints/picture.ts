/** Shows in the popup what it showed last, before anything else of it has been read. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { showPicture } from "../lib/hot-list/picture/last-picture.ts";
import { showRemembered } from "../lib/settings/page-appearance.ts";
import { markPlace } from "../lib/hot-list/state/surface.ts";
import { readScripts } from "../lib/hot-list/picture/read-scripts.ts";

export default defineUnlistedScript(() => {
  const place = document.querySelector<HTMLElement>("#popup");
  try {
    if (!place || location.hash !== "") return;
    markPlace(window);
    showRemembered(window);
    showPicture(window, place);
  } finally {
    // With or without the picture, the page itself comes.
    readScripts(window, document.currentScript as HTMLElement, place?.inert === true);
  }
});
