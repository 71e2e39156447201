import type { Marks } from "../../lib/marks/marks.ts";
import type { MarksOutcome } from "./marks-data.ts";
import { number } from "../../lib/texts/format.ts";
import { sentences } from "../../lib/texts/sentences.ts";
import { plural, text } from "../../lib/texts/text.ts";

/** "12 saved, 340 read" */
export function marksCount(marks: Marks): string {
  const all = [...marks.values()];
  return counted(
    all.filter(({ saved }) => saved !== undefined).length,
    all.filter(({ read }) => read !== undefined).length,
  );
}

const counted = (saved: number, read: number) =>
  text("marksCount", plural("marksSaved", saved, number(saved)), plural("marksRead", read, number(read)));

/** The result of the last press, in a live region that is always there. */
export function MarksOutcomeWords({ outcome }: { outcome: MarksOutcome | undefined }) {
  return <output class="marks-outcome">{outcome && words(outcome)}</output>;
}

function words(outcome: MarksOutcome): string {
  switch (outcome.kind) {
    case "imported": {
      const { saved, read, known, unreadable } = outcome.report;
      const came = text("marksImported", outcome.name, counted(saved, read), number(known));
      return sentences(
        came,
        unreadable === 0 ? undefined : plural("marksUnreadable", unreadable, number(unreadable)),
      );
    }
    case "refused":
      return text(`marksProblem_${outcome.problem}`, outcome.name);
    case "deleted":
      return text("marksDeleted");
    default:
      return text("marksFailed", outcome.error);
  }
}
