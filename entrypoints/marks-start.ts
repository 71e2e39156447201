/** Finds out whether a page of arXiv should show marks: comes with lists and abstract pages, after everything else of them. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { browser } from "../lib/browser.ts";
import { startMarks } from "../lib/arxiv/marks/marks-start.ts";
import { MARKED } from "../lib/marks/marked.ts";
import { closedPort } from "../lib/messages/closed-port.ts";

export default defineUnlistedScript(() => {
  const { local, onChanged } = browser.storage;
  startMarks(document, {
    // Only the worker knows of marks from private windows.
    hasMarks: async () => browser.extension.inIncognitoContext || MARKED in (await local.get(MARKED)),
    watch: (onChange) => onChanged.addListener((changes) => MARKED in changes && onChange()),
    load: () => void closedPort("marks"),
  });
});
