/** The outside world for the background script. */
import type { Outside } from "../net/outside.ts";

export const workerOutside: Outside = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: () => Math.random(),
  online: () => navigator.onLine,
  httpHere: import.meta.env.COMMAND === "serve", // see wxt.config.ts
};
