/**
 * Both ends of messages in one place: WXT's fake browser gives every message an empty sender, so the sender is set here,
 * and nothing but JSON passes, as between real processes.
 */
import { vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

export interface Sender {
  id?: string;
  url?: string;
  origin?: string;
  tab?: { id: number };
}

/** A page script on arXiv. */
export const arxivPage: Sender = {
  id: fakeBrowser.runtime.id,
  url: "https://arxiv.org/abs/2108.04840",
  tab: { id: 7 },
};

/** A page of the extension, here in a tab. */
export const ownPage: Sender = {
  id: fakeBrowser.runtime.id,
  url: fakeBrowser.runtime.getURL("/popup.html"),
  tab: { id: 8 },
};

const asJson = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/** From now on `browser.runtime.sendMessage` sends as this sender. To be called again for another one. */
export function sendAs(sender: Sender): void {
  vi.spyOn(fakeBrowser.runtime, "sendMessage").mockImplementation(async (message: unknown) => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const { onMessage } = fakeBrowser.runtime;
    if (!onMessage.hasListeners())
      throw new Error("Could not establish connection. Receiving end does not exist.");
    const takers = await (onMessage.trigger as (...args: unknown[]) => Promise<unknown[]>)(
      asJson(message),
      sender,
      resolve,
    );
    return takers.includes(true) ? asJson(await promise) : undefined;
  });
}
