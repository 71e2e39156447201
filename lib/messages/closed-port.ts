/** Ports to the worker, on which nothing is said: it closes one when the work that the port is named after is done. */
import { browser } from "../browser.ts";

/** Opens a port and waits until the worker closes it. */
export function closedPort(name: string): Promise<void> {
  return new Promise((resolve) => {
    browser.runtime.connect({ name }).onDisconnect.addListener(() => {
      void browser.runtime?.lastError; // read, or Chromium complains in the console
      resolve();
    });
  });
}
