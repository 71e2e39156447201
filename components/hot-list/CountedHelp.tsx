import type { Counter, Network } from "../../lib/digest/digest.ts";
import { text } from "../../lib/texts/text.ts";
import { Popover } from "../parts/Popover.tsx";

/** The id of a list's help; marks of its papers open it too. */
export const COUNTED_HELP = "counted";

interface CountedHelpProps {
  /** Unique on the page. */
  id?: string;
  networks: ReadonlySet<Network | Counter>;
  /** Said if papers of the list have that mark, or if the list can be ordered by heat. */
  inflated?: boolean;
  byHeat?: boolean;
}

/** "How is this counted?", one press away from every figure: the faults of these networks' figures first, then what the bars mean. */
export function CountedHelp({
  id = COUNTED_HELP,
  networks,
  inflated = false,
  byHeat = false,
}: CountedHelpProps) {
  return (
    <Popover id={id} label={text("conversationCounted")} buttonClass="plain">
      {networks.has("twitter") && <p>{text("conversationCountedTwitter")}</p>}
      {networks.has("alphaxiv") && <p>{text("countedAlphaxiv")}</p>}
      {inflated && <p>{text("countedInflated")}</p>}
      {networks.has("huggingface") && <p>{text("conversationCountedHuggingFace")}</p>}
      <p>{text("conversationCountedBars")}</p>
      {byHeat && <p>{text("countedHeat")}</p>}
      {networks.size > 1 && <p>{text("conversationCountedMixed")}</p>}
    </Popover>
  );
}
