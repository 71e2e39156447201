/** Keys that save the paper that was jumped to, or mark it as read; with Shift the mark goes. */
import type { MarkKind } from "../../marks/marks.ts";
import type { PageMark } from "../../messages/messages.ts";
import { type PaperId, parsePaperId } from "../../paper/paper-id.ts";
import { plainError } from "../../texts/plain-error.ts";
import { pressedKey } from "../../texts/pressed-key.ts";
import { text } from "../../texts/text.ts";
import { listen } from "../trusted.ts";
import { isOurs } from "../typing.ts";
import { isUncovered } from "../uncovered.ts";
import type { DrawnMarks } from "./draw-marks.ts";
import { door } from "./marks-door.ts";

/** As `KeyboardEvent.key` gives them; an empty one is switched off. */
export interface MarkKeys {
  save: string;
  read: string;
}

type FollowKeys = (onKeys: (keys: MarkKeys) => void, signal: AbortSignal) => Promise<void>;

/**
 * Listens until the signal ends. A key counts only for the badge that a key of ours jumped to, while that has the focus and is in plain
 * sight: a page can give a badge the focus, and cover it.
 */
export function listenForMarkKeys(
  document: Document,
  set: (id: PaperId, kind: MarkKind, on: boolean) => Promise<PageMark>,
  { say }: Pick<DrawnMarks, "say">,
  followKeys: FollowKeys,
  signal: AbortSignal,
): void {
  let keys: MarkKeys = { save: "", read: "" };
  const press = async (badge: HTMLElement, id: PaperId, asked: Asked) => {
    try {
      say(badge, wordsOf(asked, await set(id, asked.kind, asked.on)));
    } catch (error) {
      say(badge, text("markTrouble", plainError(error)));
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const asked = askedBy(event, keys);
    const badge = door.hotPapersJumped;
    if (!asked || event.repeat || !badge || document.activeElement !== badge || !isOurs(event)) return;
    const { paper, button } = partsOf(badge);
    if (!paper || !button) return;
    event.preventDefault();
    if (!isUncovered(button)) return say(badge, text("pressRefused"));
    void press(badge, paper.id, asked);
  };
  listen(document, "keydown", onKey, { signal });
  void followKeys((next) => {
    keys = next;
  }, signal);
}

const partsOf = (badge: HTMLElement) => ({
  paper: parsePaperId(badge.dataset["hotPaper"] ?? ""),
  button: badge.shadowRoot?.querySelector("button"),
});

interface Asked {
  kind: MarkKind;
  on: boolean;
}

function askedBy(event: KeyboardEvent, { save, read }: MarkKeys): Asked | undefined {
  const kindOf = (key: string): MarkKind | undefined =>
    key === "" ? undefined : key === save ? "saved" : key === read ? "read" : undefined;
  const pressed = pressedKey(event);
  const kind = kindOf(pressed) ?? kindOf(event.key); // the latter was chosen on a layout of another script
  if (kind) return { kind, on: true };
  const shifted = event.shiftKey ? kindOf(pressed.toLowerCase()) : undefined;
  return shifted && { kind: shifted, on: false };
}

/** Nothing is kept of a paper that is no longer in a digest. */
const wordsOf = ({ kind, on }: Asked, mark: PageMark) =>
  mark[kind] === on ? text(on ? `markDone_${kind}` : `markUndone_${kind}`) : text("conversationGone");
