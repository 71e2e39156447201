/** Messages to the worker, sent from a page of the extension. */
import type { Page } from "puppeteer-core";
import type { Answer, IndexStatus, MessageType, Reply, Request } from "../../lib/messages/messages.ts";

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

/** Asks the worker and gives its reply; throws what it could not do. */
export async function ask<T extends MessageType>(page: Page, request: Request<T>): Promise<Reply<T>> {
  const answer = (await page.evaluate(
    (message) => browser.runtime.sendMessage(message),
    request,
  )) as Answer<T>;
  if (!answer.ok) throw new Error(`${request.type}: ${answer.error}`);
  return answer.value;
}

/** Waits until the embedded archive is in the index as a whole, and gives the status then. */
export async function archiveWhole(page: Page): Promise<IndexStatus> {
  for (const end = Date.now() + 30_000; ;) {
    const status = await ask<"status">(page, { type: "status" });
    if (status.archive === "whole") return status;
    if (Date.now() > end) throw new Error(`the archive is still not there: ${JSON.stringify(status)}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}
