import { useEffect, useRef, useState } from "preact/hooks";
import type { Look } from "../../lib/hot-list/state/look-here.ts";
import type { LookReply } from "../../lib/messages/messages.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { moment } from "../../lib/texts/format.ts";
import { lookAnswer } from "../../lib/texts/look-answer.ts";
import { plainError } from "../../lib/texts/plain-error.ts";
import { text } from "../../lib/texts/text.ts";
import { Figures } from "./Figures.tsx";
import { PostItem } from "./PostItem.tsx";
import "./posts.css";

type State =
  | { kind: "offered" | "asking" | "refused" }
  | { kind: "failed"; reason: string }
  | { kind: "answered"; reply: LookReply };

interface LookNowProps {
  id: PaperId;
  look: Look;
  /**
   * Whether this page itself asks for the consent that Firefox requires. Then it takes the focus, because a press on another page opened it
   * for this. On other pages, a look without consent opens this one.
   */
  consents: boolean;
}

/** What networks say of a paper now, after a press on the button; the words above it say who will learn of it. */
export function LookNow({ id, look, consents }: LookNowProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<State>({ kind: "offered" });
  useEffect(() => {
    if (consents) button.current?.focus();
  }, [consents]);
  const press = async () => {
    if (state.kind === "asking") return;
    const looking = look(id);
    setState({ kind: "asking" });
    try {
      const reply = await looking;
      setState(reply ? { kind: "answered", reply } : { kind: "refused" });
    } catch (error) {
      setState({ kind: "failed", reason: plainError(error) });
    }
  };
  return (
    <section class="look" aria-labelledby="look">
      <h3 id="look">{text("lookTitle")}</h3>
      <p>
        {text("lookHint")}
        {consents && ` ${text("lookConsent")}`}
      </p>
      <p>
        <button
          ref={button}
          type="button"
          class="button main"
          aria-disabled={state.kind === "asking"}
          onClick={() => void press()}
        >
          {text(state.kind === "asking" ? "lookAsking" : "lookButton")}
        </button>
      </p>
      <div aria-live="polite">
        {state.kind === "refused" && <p>{text(consents ? "lookRefused" : "lookElsewhere")}</p>}
        {state.kind === "failed" && <p>{state.reason}</p>}
        {state.kind === "answered" && <Answer id={id} reply={state.reply} />}
      </div>
    </section>
  );
}

function Answer({ id, reply }: { id: PaperId; reply: LookReply }) {
  const { counts, posts, sources } = lookAnswer(reply);
  return (
    <>
      <p class="facts">
        <Figures id={id} counts={counts} posts={posts} sources={sources} />
      </p>
      <p class="note">{text("lookAsked", moment(reply.at))}</p>
      {posts.length > 0 && (
        <div class="posts">
          <ul>
            {posts.map((post) => (
              <PostItem key={`${post.network}:${post.id}`} post={post} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
