/** Words of the archive that a day on show lacks: offered, or fetched for it before all others. */
import type { Ask } from "../../messages/messages.ts";

/** What the reader decided about the archive's words. */
export interface FullTextsChoice {
  fullTexts: boolean;
  offerDismissed: boolean;
}

/** As the hot list shows it: nothing, that they are coming, or the offer. */
export type FullTextsState = "none" | "coming" | "offer";

interface FullTextsSources {
  ask: Ask;
  readChoice: () => Promise<FullTextsChoice>;
  /** Called when the state may look different. */
  onChange: () => void;
}

export interface FullTextsModel {
  state: () => FullTextsState;
  /** A day is on show: if its words are missing and wanted, they are asked for, once. */
  shown: (day: { date: string; factsOnly: boolean }) => void;
  /** The reader's answer to the offer. */
  answer: (fetchThem: boolean) => Promise<void>;
  /** The choice was changed, here or elsewhere. */
  choiceChanged: () => void;
}

export function createFullTexts({ ask, readChoice, onChange }: FullTextsSources): FullTextsModel {
  let choice: FullTextsChoice | undefined;
  let day: { date: string; factsOnly: boolean } | undefined;
  const wanted = new Set<string>();

  function want() {
    if (!choice?.fullTexts || !day?.factsOnly || wanted.has(day.date)) return;
    wanted.add(day.date);
    // Not awaited: the list is read again when the words are there, and stays as it is if they cannot be had.
    ask("wantDay", { date: day.date }).catch(() => undefined);
  }
  async function read() {
    choice = await readChoice();
    want();
    onChange();
  }
  void read();

  return {
    state() {
      if (!choice) return "none";
      if (choice.fullTexts) return "coming";
      return choice.offerDismissed ? "none" : "offer";
    },
    shown(next) {
      day = next;
      want();
    },
    async answer(fetchThem) {
      await ask("fullTexts", { on: fetchThem });
      await read();
    },
    choiceChanged: () => void read(),
  };
}
