/**
 * `npm start`: the extension in a browser with a fresh profile, on an abstract page, a list and the popup. `--offline` takes our local
 * arXiv in place of the real one, `--headless` needs no screen; both are the default if there is no internet or no display.
 */
import { parseArgs } from "node:util";
import { ARXIV_HOSTS, arxivReply } from "../arxiv-host/arxiv.ts";
import { type Driver, launch } from "../e2e/harness/driver.ts";
import { openWorld } from "../e2e/harness/world.ts";
import { pickBrowser } from "./pick-browser.ts";
import { arxivAnswers, hasDisplay } from "./surroundings.ts";
import { DEMO_PAGES, tour } from "./tour.ts";

/** Opens the pages in a window and waits until the person closes it or presses Ctrl-C. */
async function show(driver: Driver): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    driver.browser.once("disconnected", () => resolve());
    process.once("SIGINT", () => resolve());
  });
  for (const url of [driver.extensionUrl("popup.html"), DEMO_PAGES.list, DEMO_PAGES.abstract])
    await driver.open(url);
  const [blank] = await driver.browser.pages();
  await blank?.close();
  console.log(
    "\nPress a badge to read what people said. The toolbar button of Hot Papers opens the hot list.",
  );
  console.log("Close the browser or press Ctrl-C here to end.");
  await closed;
}

async function start(): Promise<void> {
  const { values } = parseArgs({ options: { offline: { type: "boolean" }, headless: { type: "boolean" } } });
  const name = pickBrowser();
  const offline = values.offline === true || !(await arxivAnswers());
  const headless = values.headless === true || !hasDisplay();

  const world = offline ? await openWorld({ hosts: ARXIV_HOSTS, reply: arxivReply }) : undefined;
  const driver = await launch(name, {
    window: !headless,
    welcome: !headless,
    ...(world && { proxyPort: world.port }),
  });
  console.log(
    `\nHot Papers in ${driver.version}, ${headless ? "without a window" : "in a window"}, on ` +
      (offline ? "a small local arXiv of our own (no internet needed)" : "arXiv itself"),
  );
  try {
    await (headless ? tour(driver) : show(driver));
  } finally {
    await driver.close().catch(() => undefined); // the person may have closed it
    await world?.close();
  }
}

try {
  await start();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
