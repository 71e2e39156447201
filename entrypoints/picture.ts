/** Shows in the popup what it showed last, before anything else is read. */
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
    // The page itself comes with or without the picture.
    readScripts(window, document.currentScript as HTMLElement, place?.inert === true);
  }
});
