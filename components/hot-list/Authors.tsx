import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { foldAuthors } from "../../lib/hot-list/fold-authors.ts";
import { withAccents } from "../../lib/tex/accents.ts";
import { number } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { FollowButton } from "./FollowButton.tsx";

/** The authors in one line; of a long list the first ones, and the others on demand. */
export function Authors({ authors }: { authors: readonly string[] }) {
  const [open, setOpen] = useState(false);
  if (authors.length === 0) return null;
  const { shown, folded } = foldAuthors(authors);
  return (
    <p class="authors" dir="auto">
      {(open ? authors : shown).map(withAccents).map((name, at) => (
        <Fragment key={name}>
          {at > 0 && text("listSeparator")}
          <FollowButton kind="author" name={name}>
            {name}
          </FollowButton>
        </Fragment>
      ))}{" "}
      {folded > 0 && (
        <button
          type="button"
          aria-expanded={open}
          aria-label={open ? text("popupFewerAuthorsName") : text("popupMoreAuthorsName", number(folded))}
          onClick={() => setOpen(!open)}
        >
          {open ? text("popupFewerAuthors") : text("popupMoreAuthors", number(folded))}
        </button>
      )}
    </p>
  );
}
