/** The worker's end of messages: checks sender and request, and answers. */
import { browser } from "../browser.ts";
import { text } from "../texts/text.ts";
import type { Answer, Messages, MessageType, Reply } from "./messages.ts";
import { FROM_ARXIV, REQUESTS } from "./request-schema.ts";
import { isArxivPage, isOwnPage } from "./sender.ts";
import type { Sender } from "./sender.ts";

/** What the worker does for each message. Anything a handler throws travels as its message. */
export type Handlers = {
  readonly [T in MessageType]: (request: Messages[T]["request"]) => Promise<Reply<T>>;
};

/**
 * Answers messages from now on. To be called at once when the worker starts, or the message that woke it is missed.
 * Answers go by `sendResponse` with `true` returned, the one form that all browsers and the polyfill know. A message
 * that is not on our list is left to its owner.
 */
export function serve(handlers: Handlers): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Sender, sendResponse: (answer: Answer<MessageType>) => void) => {
      const type = typeOf(message);
      if (type === undefined || sender.id !== browser.runtime.id) return undefined;
      void answer(handlers, type, message, sender).then(sendResponse);
      return true;
    },
  );
}

function typeOf(message: unknown): MessageType | undefined {
  if (typeof message !== "object" || message === null || !("type" in message)) return undefined;
  const { type } = message;
  return typeof type === "string" && Object.hasOwn(REQUESTS, type) ? (type as MessageType) : undefined;
}

async function answer<T extends MessageType>(
  handlers: Handlers,
  type: T,
  message: unknown,
  sender: Sender,
): Promise<Answer<T>> {
  if (!maySend(sender, type)) return refused(`${type} may not be asked from here`);
  const request = REQUESTS[type].safeParse(message);
  if (!request.success) {
    const field = request.error.issues[0]?.path.join(".") ?? "";
    return refused(`${type}: the request is not of the right form (${field})`);
  }
  try {
    return { ok: true, value: await handlers[type](request.data) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Our own scripts ask like this only if a page is older or newer than the background: the page can show that, the console has the reason. */
function refused(reason: string): { ok: false; error: string } {
  console.warn("Hot Papers:", reason);
  return { ok: false, error: text("problemOtherVersion") };
}

const maySend = (sender: Sender, type: MessageType): boolean =>
  isOwnPage(sender) || (isArxivPage(sender) && FROM_ARXIV.has(type));
