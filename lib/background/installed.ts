/** What happens once: a page after the installation, a line in the popup after an update. */
import { browser } from "../browser.ts";
import { keepMarkingScript } from "../follows/marking-script.ts";
import { keepNewsSince } from "../settings/news.ts";
import { itemsOf } from "../stored-shape.ts";
import { storedValue } from "../stored-value.ts";
import { warn } from "../warn.ts";
import { makeContextMenus } from "./context-menu.ts";

interface Installed {
  reason: string;
  /** Of an update only. */
  previousVersion?: string | undefined;
}

/** Removed with the extension, unlike the browser's own word: it calls every start of an extension in development an installation. */
const welcomed = storedValue("welcomed");
const follows = storedValue("follows");

/** Never throws. To be called with what `runtime.onInstalled` tells. */
export async function installed({ reason, previousVersion }: Installed): Promise<void> {
  try {
    await makeContextMenus();
    if (reason === "update" && previousVersion !== undefined) await keepNewsSince(previousVersion);
    if (itemsOf(await follows.read()).length > 0) await keepMarkingScript(true); // Chrome forgets it with an update
    if (reason !== "install" || (await welcomed.read()) === true) return;
    await welcomed.write(true);
    await browser.tabs.create({ url: browser.runtime.getURL("/welcome.html#installed" as never) });
  } catch (error) {
    warn(error);
  }
}
