import { hasInflatedRetweets } from "../../lib/hot-list/inflated.ts";
import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import { text } from "../../lib/texts/text.ts";
import { Bars } from "../parts/Bars.tsx";
import { COUNTED_HELP } from "./CountedHelp.tsx";
import { FollowButton } from "./FollowButton.tsx";
import { Figures } from "./Figures.tsx";

/** The line of a paper that says how hot it is, by which figures, and in which categories it is. */
export function PaperFacts({ paper }: { paper: ShownPaper }) {
  return (
    <p class="facts">
      <Bars heat={paper.heat} />
      <Figures {...paper} />
      {hasInflatedRetweets(paper) && (
        <button
          type="button"
          class="plain inflated"
          popovertarget={COUNTED_HELP}
          title={text("conversationCounted")}
        >
          {text("inflatedMark")}
        </button>
      )}
      {paper.categories.length > 0 && (
        <span class="categories">
          {paper.categories.map((category) => (
            <FollowButton key={category} kind="category" name={category}>
              {category}
            </FollowButton>
          ))}
        </span>
      )}
    </p>
  );
}
