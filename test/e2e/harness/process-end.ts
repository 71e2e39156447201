/** The end of a browser, without leaving a process behind. */
import type { Browser } from "puppeteer-core";

/** Kills a browser with all its processes, and waits until it is gone. */
export async function killBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
  });
  child.kill("SIGKILL");
  await gone;
}
