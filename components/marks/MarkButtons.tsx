import type { MarkedPaper, MarkKind } from "../../lib/marks/marks.ts";
import type { Marking } from "../../lib/marks/marking.ts";
import { text } from "../../lib/texts/text.ts";
import { Icon, type IconName } from "../parts/Icon.tsx";
import "./mark-buttons.css";

interface MarkButtonsProps {
  paper: MarkedPaper;
  marking: Marking;
}

/** Marks a paper as read and as saved, and takes the marks away. */
export function MarkButtons(props: MarkButtonsProps) {
  return (
    <>
      <MarkButton kind="read" icon="check" {...props} />
      <MarkButton kind="saved" icon="bookmark" {...props} />
    </>
  );
}

interface MarkButtonProps extends MarkButtonsProps {
  kind: MarkKind;
  icon: IconName;
}

function MarkButton({ kind, icon, paper, marking: { marks, onMark } }: MarkButtonProps) {
  const on = marks.get(paper.id)?.[kind] !== undefined;
  return (
    <button
      type="button"
      class={`square mark ${kind}`}
      aria-pressed={on}
      aria-label={text(`markName_${kind}`, paper.title)}
      title={text(on ? `markOff_${kind}` : `markOn_${kind}`)}
      data-mark={kind}
      onClick={() => onMark(paper, kind, !on)}
    >
      <Icon name={icon} />
    </button>
  );
}
