/** The way to today's list in one press, if the newest one is old; then how the days before it are coming. */
import { plainError } from "../../texts/plain-error.ts";
import { daysBetween } from "../../digest/dates.ts";
import type { Ask, PastStatus } from "../../messages/messages.ts";
import type { TodayState } from "../../settings/today.ts";

/** What is shown above the list. */
export type Invitation =
  | { kind: "offer" }
  /** `host` is the one that is being asked, once that is known. */
  | { kind: "asking"; host?: string }
  /** The list could not be had; `words` say why if the press was in this page. */
  | { kind: "failed"; words?: string }
  | { kind: "past"; status: PastStatus };

/** A weekend has two days without a list, and a list is of the evening before. */
const FRESH_DAYS = 3;

interface InvitationSources {
  ask: Ask;
  readToday: () => Promise<TodayState>;
  onChange: () => void;
  /** Today's list is in the index. */
  onThere: () => void;
}

export interface InvitationModel {
  /** @param failed "Today, live" is on and had no answer last */
  state: (newest: string, today: string, failed: boolean) => Invitation | undefined;
  /** Whether it is known what is switched on. */
  known: () => boolean;
  /** To be called in the click itself: browsers ask for permissions only then. */
  see: () => Promise<void>;
  fillGap: (on: boolean) => Promise<void>;
  /** What is kept of it changed. */
  changed: () => Promise<void>;
}

export function createInvitation({ ask, readToday, onChange, onThere }: InvitationSources): InvitationModel {
  let kept: TodayState | undefined;
  let past: PastStatus = {};
  let pressed = false;
  let waiting = false;
  let trouble: string | undefined;

  async function changed(): Promise<void> {
    // A state that cannot be read does not keep a list from being shown.
    const next = await readToday().catch(() => ({ on: true, filling: false }));
    if (next.filling || pressed) past = await ask("pastDays", { what: "status" }).catch(() => past);
    else past = {};
    kept = next;
    onChange();
  }
  void changed();

  return {
    known: () => kept !== undefined,
    state(newest, today, failed) {
      if (!kept) return undefined;
      if (waiting) return { kind: "asking", ...(kept.asking !== undefined && { host: kept.asking }) };
      if (trouble !== undefined) return { kind: "failed", words: trouble };
      if (daysBetween(newest, today) > FRESH_DAYS) {
        if (!kept.on) return { kind: "offer" };
        if (kept.asking !== undefined) return { kind: "asking", host: kept.asking };
        if (failed) return { kind: "failed" };
      }
      return past.filling || past.gap ? { kind: "past", status: past } : undefined;
    },
    async see() {
      if (waiting) return;
      pressed = true;
      waiting = true;
      trouble = undefined;
      onChange();
      try {
        ({ trouble } = await ask("seeToday", {}));
        if (trouble === undefined) onThere();
      } catch (error) {
        trouble = plainError(error);
      } finally {
        waiting = false;
        await changed();
      }
    },
    async fillGap(on) {
      pressed = true;
      past = await ask("pastDays", { what: on ? "fill" : "stop" });
      onChange();
    },
    changed,
  };
}
