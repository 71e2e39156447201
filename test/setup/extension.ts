/** A fresh browser for each test: WXT's fake one in version 1, which is not Firefox, an empty IndexedDB, and the English texts. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import messages from "../../assets/public/_locales/en/messages.json" with { type: "json" };

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** What `i18n.getMessage` does with `_locales`, which WXT's fake browser lacks. */
export const messagesIn =
  (texts: Record<string, Message>) =>
  (key: string, substitutions: string | string[] = []): string => {
    const entry = texts[key];
    if (!entry) return "";
    const values = [substitutions].flat();
    const fill = (template: string) =>
      template.replace(/\$\$|\$([1-9])/gu, (whole, n: string | undefined) =>
        n ? (values[Number(n) - 1] ?? "") : whole.slice(1),
      );
    const named = entry.message.replace(/\$([A-Za-z_]+)\$/gu, (whole, name: string) => {
      const content = entry.placeholders?.[name.toLowerCase()]?.content;
      return content === undefined ? whole : content;
    });
    return fill(named);
  };

const getMessage = messagesIn(messages);

function freshBrowser(): void {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => "en" });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: "1" }) });
  globalThis.indexedDB = new IDBFactory();
  vi.stubEnv("FIREFOX", ""); // as a build for Chrome has it; vitest makes "false" of it, a text
}

// A second, which is what is waited for unless told, is short on a busy machine.
const { waitFor } = vi;
Object.assign(vi, {
  waitFor: ((callback, options) => waitFor(callback, options ?? 60_000)) satisfies typeof waitFor,
});

freshBrowser(); // for what a test file makes before its first test
beforeEach(freshBrowser);
