import { useState } from "preact/hooks";
import { keyOf } from "../../lib/follows/follow.ts";
import type { FollowKind, Follows } from "../../lib/follows/follow.ts";
import { parseFollows } from "../../lib/follows/parse-follows.ts";
import { list } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import type { FollowActions } from "../options/options-parts.ts";
import { Chooser } from "../options/Chooser.tsx";
import "./follows-section.css";

interface FollowsSectionProps extends FollowActions {
  follows: Follows;
}

const KINDS = ["words", "author", "category"] as const satisfies FollowKind[];

/** What is followed, as a section of the options: the list, adding to it, removing from it. */
export function FollowsSection({ follows, onFollow, onUnfollow }: FollowsSectionProps) {
  const [kind, setKind] = useState<FollowKind>("words");
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState<readonly string[]>([]);
  const add = () => {
    const read = parseFollows(typed, kind);
    if (read.follows.length > 0) onFollow(read.follows);
    setRefused(read.refused);
    setTyped(read.refused.join(", "));
  };
  return (
    <section aria-labelledby="follows">
      <h2 id="follows">{text("followsTitle")}</h2>
      <p>{text("followsText")}</p>
      <form
        class="follow-form"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Chooser
          label={text("followsKind")}
          hint={text(`followsHint_${kind}`)}
          value={kind}
          options={KINDS.map((value) => ({ value, words: text(`followsKind_${value}`) }))}
          onChoose={setKind}
        />
        <input
          name="follow"
          type="text"
          autocomplete="off"
          dir="auto"
          aria-label={text(`followsKind_${kind}`)}
          value={typed}
          onInput={({ currentTarget: { value } }) => setTyped(value)}
        />
        <button type="submit" class="button">
          {text("followsAdd")}
        </button>
      </form>
      <output>{refused.length > 0 && text("followsRefused", list([...refused]))}</output>
      {follows.length === 0 ? (
        <p>{text("followsNone")}</p>
      ) : (
        <ul class="follows">
          {follows.map((follow) => (
            <li key={keyOf(follow)}>
              <span dir="auto">{follow.text}</span> <small>{text(`followsKind_${follow.kind}`)}</small>{" "}
              <button
                type="button"
                class="plain"
                aria-label={text("followsStopName", follow.text)}
                onClick={() => onUnfollow(follow)}
              >
                {text("followsStop")}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
