import { useId } from "preact/hooks";
import type { FeedCheck } from "../../lib/messages/messages.ts";
import type { AddState } from "./feeds-model.ts";
import { date as dayWords, number } from "../../lib/texts/format.ts";
import { sentences } from "../../lib/texts/sentences.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { Notice } from "../parts/Notice.tsx";
import { hostsOf } from "./hosts-of.ts";

interface AddFeedProps {
  state: AddState;
  onCheck: (address: string) => void;
  onAdd: () => void;
  onCancel: () => void;
  onGrant: (origin: string) => void;
}

/** Adding a feed: its address, what is there, and only then the feed. */
export function AddFeed({ state, onCheck, onAdd, onCancel, onGrant }: AddFeedProps) {
  const id = useId();
  const asking = state.kind === "asking";
  return (
    <div class="add-feed">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get("address");
          if (!asking && typeof typed === "string") onCheck(typed);
        }}
      >
        <label for={id}>{text("feedsAddress")}</label>
        <div class="add-feed-line">
          <input
            key={state.kind === "idle" ? "new" : "typed"}
            id={id}
            name="address"
            type="text"
            inputMode="url"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            required
            defaultValue={state.kind === "idle" ? "" : state.typed}
            aria-describedby={`${id}-hint`}
          />
          <button type="submit" class="button main" aria-disabled={asking}>
            {text(asking ? "feedsChecking" : "feedsCheck")}
          </button>
        </div>
        <p id={`${id}-hint`} class="note">
          {text("feedsAddressHint")}
        </p>
      </form>
      <div aria-live="polite">
        {state.kind === "answered" && (
          <Answer found={state.found} onAdd={onAdd} onCancel={onCancel} onGrant={onGrant} />
        )}
      </div>
    </div>
  );
}

type AnswerProps = { found: FeedCheck } & Pick<AddFeedProps, "onAdd" | "onCancel" | "onGrant">;

function Answer({ found, onAdd, onCancel, onGrant }: AnswerProps) {
  const cancel = (
    <button type="button" class="button" onClick={onCancel}>
      {text("feedsCancel")}
    </button>
  );
  if (!found.ok) {
    const { origin } = found;
    return (
      <Notice tone="warn">
        <p>
          <strong>{found.text}</strong> {found.advice}
        </p>
        {origin !== undefined && (
          <button type="button" class="button" onClick={() => onGrant(origin)}>
            {text("feedsGrant", hostsOf([origin]))}
          </button>
        )}
        {cancel}
      </Notice>
    );
  }
  const papers = plural("popupPapers", found.papers, number(found.papers));
  return (
    <Notice>
      <p>
        <strong>{text("feedsFound", found.title, found.kind)}</strong>
        <br />
        {sentences(
          text("feedsFoundNewest", dayWords(found.newest), papers),
          plural("feedsFoundDigests", found.digests, number(found.digests)),
        )}
        <br />
        <span class="address">{found.address}</span>
      </p>
      {found.numbered.length > 0 && <p>{text("feedsNumber", hostsOf(found.numbered))}</p>}
      {found.known ? (
        <p>{text("feedsAlready")}</p>
      ) : (
        <button type="button" class="button main" onClick={onAdd}>
          {text("feedsAdd")}
        </button>
      )}
      {cancel}
    </Notice>
  );
}
