/** Looks up the paper of a page in the mirror, after everything else of the page: the background wakes only for papers in a digest. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { tellPaper } from "../lib/arxiv/paper-dot.ts";
import { browser } from "../lib/browser.ts";
import { createMirrorReader } from "../lib/index/mirror/mirror.ts";
import { readLocal } from "../lib/read-local.ts";
import type { Settings } from "../lib/settings/settings.ts";

export default defineUnlistedScript(() =>
  tellPaper({
    document,
    path: location.pathname,
    async isHot(id) {
      const mirror = createMirrorReader(readLocal, ["settings"]);
      const [{ badges, rest }, settings] = await Promise.all([mirror.lookup([id]), mirror.value("settings")]);
      const wanted = (settings as Partial<Settings> | undefined)?.toolbarDot !== false;
      return wanted && badges.length + rest.length > 0;
    },
    tell: () => void browser.runtime.connect({ name: "paper" }),
  }),
);
