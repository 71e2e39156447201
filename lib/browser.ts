/**
 * The one door to the extension API: the browser's own object. All browsers that the manifest admits have promises in it, so there is
 * no polyfill. Tests replace it with WXT's fake.
 */
export { browser } from "wxt/browser";
