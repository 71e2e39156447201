/** The asking end of messages, for our pages and for the script in arXiv's: small, because every page of arXiv loads it. */
import { browser } from "../browser.ts";
import type { Answer, Messages, MessageType, Reply } from "./messages.ts";

/**
 * - `missing`: no answer: the extension was updated, switched off or removed, or its worker stopped meanwhile.
 * - `failed`: the worker could not do it; `message` says why, in plain words.
 */
export type AskErrorCode = "missing" | "failed";

export class AskError extends Error {
  override readonly name = "AskError";
  readonly code: AskErrorCode;

  constructor(code: AskErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Asks the worker, and gives its reply; throws an AskError. */
export async function ask<T extends MessageType>(
  type: T,
  request: Messages[T]["request"],
): Promise<Reply<T>> {
  const answer = await send<T>({ ...request, type });
  if (!answer.ok) throw new AskError("failed", answer.error);
  return answer.value;
}

async function send<T extends MessageType>(
  message: Messages[T]["request"] & { type: T },
): Promise<Answer<T>> {
  const attempt = async () => (await browser.runtime.sendMessage(message)) as Answer<T> | undefined;
  let answer: Answer<T> | undefined;
  try {
    // A background that is just stopping receives nothing (seen in Firefox 153); the next message starts it again.
    answer = await attempt().catch((error: unknown) =>
      isUndelivered(error) ? attempt() : Promise.reject(error),
    );
  } catch (cause) {
    throw new AskError("missing", cause instanceof Error ? cause.message : String(cause), cause);
  }
  if (!answer) throw new AskError("missing", `nobody answers ${message.type}`);
  return answer;
}

/** The message did not arrive, so it may be sent again. */
const isUndelivered = (error: unknown) =>
  error instanceof Error && error.message.includes("Receiving end does not exist");
