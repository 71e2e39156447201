/**
 * The one door to the extension API. In the worker and the pages `wxt/browser` is webextension-polyfill, in the scripts of arXiv's
 * pages it is the browser's own object (see wxt.config.ts); tests replace it with WXT's fake.
 */
export { browser } from "wxt/browser";
