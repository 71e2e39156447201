/** The control above a list and the keys that jump: for pages that may be lists, after everything else of them. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createControl } from "../lib/arxiv/list-tools/control.ts";
import { listenForJumps } from "../lib/arxiv/list-tools/jump-keys.ts";
import { giveListParts } from "../lib/arxiv/list-tools/list-parts.ts";
import { followJumpKeys } from "../lib/settings/jump-keys.ts";

export default defineUnlistedScript(() =>
  giveListParts({
    createControl,
    listenForJumps: (document, signal) => listenForJumps(document, followJumpKeys, signal),
  }),
);
