/** Messages to the worker, sent from a page of the extension. */
import type { Page } from "puppeteer-core";
import { until } from "./until.ts";
import type { Answer, IndexStatus, MessageType, Reply, Request } from "../../lib/messages/messages.ts";

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

/**
 * Asks the worker and gives its reply; throws what it could not do. As the extension itself does, it asks again if a background that
 * was just stopping did not get the message.
 */
export async function ask<T extends MessageType>(page: Page, request: Request<T>): Promise<Reply<T>> {
  const answer = (await page.evaluate((message) => {
    const attempt = () => browser.runtime.sendMessage(message);
    return attempt().catch((error: unknown) =>
      String(error).includes("Receiving end does not exist") ? attempt() : Promise.reject(error),
    );
  }, request)) as Answer<T>;
  if (!answer.ok) throw new Error(`${request.type}: ${answer.error}`);
  return answer.value;
}

/** Waits until the bundled digests are in the index as a whole, and gives the status then. */
export async function archiveWhole(page: Page): Promise<IndexStatus> {
  let last: unknown;
  const whole = await until(async () => {
    try {
      last = await ask<"status">(page, { type: "status" });
    } catch (error) {
      last = String(error); // in Firefox the background of a fresh extension may not listen yet
    }
    return (last as IndexStatus).archive === "whole";
  });
  if (!whole) throw new Error(`the archive is still not there: ${JSON.stringify(last)}`);
  return last as IndexStatus;
}
