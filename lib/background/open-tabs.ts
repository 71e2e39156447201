/** Our script in the pages that were open before the extension was installed or updated. */
import { browser } from "../browser.ts";

type ContentScript = NonNullable<ReturnType<typeof browser.runtime.getManifest>["content_scripts"]>[number];
type ScriptFiles = NonNullable<Parameters<typeof browser.scripting.executeScript>[0]["files"]>;

/** To be called with what `runtime.onInstalled` tells. */
export async function injectAfter({ reason }: { reason: string }): Promise<void> {
  if (import.meta.env.FIREFOX) return; // it does this itself
  if (reason === "install" || reason === "update") await injectIntoOpenTabs();
}

/**
 * Puts our script and style sheet into all open tabs that the manifest names them for. Firefox does that by itself;
 * Chromium leaves open pages with the old script, or with none. Tabs that refuse (discarded, an error page, access
 * withheld by the reader) are left as they are: they get it when they load again.
 */
export async function injectIntoOpenTabs(): Promise<void> {
  for (const script of browser.runtime.getManifest().content_scripts ?? []) {
    const tabs = await browser.tabs.query({ url: script.matches ?? [] });
    const ids = tabs.flatMap(({ id }) => id ?? []);
    await Promise.allSettled(ids.map((id) => inject(id, script)));
  }
}

async function inject(tabId: number, { css = [], js = [] }: ContentScript): Promise<void> {
  const target = { tabId };
  if (css.length > 0) await browser.scripting.insertCSS({ target, files: css });
  if (js.length === 0) return;
  await browser.scripting.executeScript({ target, files: js as ScriptFiles, injectImmediately: true });
}
