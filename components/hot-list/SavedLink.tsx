import { SAVED_HASH } from "../../lib/hot-list/target.ts";
import { text } from "../../lib/texts/text.ts";
import { Icon } from "../parts/Icon.tsx";
import "./saved-link.css";

/** The way to the saved papers, in every head. */
export function SavedLink({ here }: { here: boolean }) {
  const words = text("savedTitle");
  return (
    <a
      class="square saved-link"
      href={SAVED_HASH}
      aria-label={words}
      title={words}
      {...(here && { "aria-current": "page" })}
    >
      <Icon name="bookmark" />
    </a>
  );
}
