/** The asking end of messages, for our pages and for the script in arXiv's: small, since every page of arXiv loads it. */
import { browser } from "../browser.ts";
import type { Answer, Messages, MessageType, Reply } from "./messages.ts";

/**
 * - `missing`: nobody answers: the extension was updated, switched off or removed, or its worker stopped meanwhile.
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
  let answer: Answer<T> | undefined;
  try {
    answer = (await browser.runtime.sendMessage(message)) as Answer<T> | undefined;
  } catch (cause) {
    throw new AskError("missing", cause instanceof Error ? cause.message : String(cause), cause);
  }
  if (!answer) throw new AskError("missing", `nobody answers ${message.type}`);
  return answer;
}
