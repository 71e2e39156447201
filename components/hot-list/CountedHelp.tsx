import { text } from "../../lib/texts/text.ts";
import { Popover } from "../parts/Popover.tsx";

/** "How is this counted?", one press away from every figure: their faults first, then what the bars mean. */
export function CountedHelp() {
  return (
    <Popover id="counted" label={text("conversationCounted")} buttonClass="plain">
      <p>{text("conversationCountedTwitter")}</p>
      <p>{text("conversationCountedBars")}</p>
      <p>{text("conversationCountedMixed")}</p>
    </Popover>
  );
}
