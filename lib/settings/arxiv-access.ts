/** Whether the extension may run on arXiv. It is granted with the installation, and the reader can take it away later. */
import { browser } from "../browser.ts";

/** arXiv's hosts, as the manifest names them. */
function arxivOrigins(): string[] {
  return (browser.runtime.getManifest().host_permissions as string[] | undefined) ?? [];
}

export function hasArxivAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: arxivOrigins() });
}

/** Asks for it again. Only in the handler of a click, before anything is awaited: otherwise browsers refuse to ask. */
export function requestArxivAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: arxivOrigins() });
}

/** Calls back when permissions were given or taken, until the signal ends it. */
export function watchArxivAccess(onChange: () => void, signal: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions;
  for (const event of [onAdded, onRemoved]) {
    const listener = () => onChange();
    event.addListener(listener);
    signal.addEventListener("abort", () => event.removeListener(listener), { once: true });
  }
}
