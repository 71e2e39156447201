/** Shows in the popup what it showed last, before anything else of it has been read. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { showPicture } from "../lib/reader/last-picture.ts";
import { showRemembered } from "../lib/reader/page-appearance.ts";
import { markPlace } from "../lib/reader/page-place.ts";

export default defineUnlistedScript(() => {
  const place = document.querySelector<HTMLElement>("#popup");
  if (!place || location.hash !== "") return;
  markPlace(window);
  showRemembered(window);
  showPicture(window, place);
});
