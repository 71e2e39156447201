import { text } from "../../lib/texts/text.ts";
import { Popover } from "../parts/Popover.tsx";

/** "How is this counted?", one press away from every figure: their faults first, then what the bars mean. */
export function CountedHelp() {
  return (
    <Popover id="counted" label={text("popupCountedLink")} buttonClass="plain">
      <p>{text("popupCountedAsPrinted")}</p>
      <p>{text("popupCountedRetweets")}</p>
      <p>{text("popupCountedBars")}</p>
    </Popover>
  );
}
