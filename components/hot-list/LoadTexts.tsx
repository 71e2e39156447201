import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import type { LoadTexts } from "../../lib/hot-list/state/hot-list-state.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { plainError } from "../../lib/texts/plain-error.ts";
import { text } from "../../lib/texts/text.ts";

/** What a press on "Load the texts" does; absent if texts cannot be had. */
export const TextsLoader = createContext<LoadTexts | undefined>(undefined);

type State = { kind: "offered" | "loading" } | { kind: "said"; words: string; again: boolean };

/** Offers what people said, if it is missing: the button says what it fetches, and nothing is fetched before a press. */
export function LoadTextsPart({ id, missing }: { id: PaperId; missing: boolean }) {
  const load = useContext(TextsLoader);
  const [state, setState] = useState<State>({ kind: "offered" });
  const press = async () => {
    if (!load || state.kind === "loading") return;
    setState({ kind: "loading" });
    try {
      const all = await load(id);
      setState({ kind: "said", words: text(all ? "loadTextsDone" : "loadTextsMissing"), again: false });
    } catch (error) {
      setState({ kind: "said", words: plainError(error), again: true });
    }
  };
  if (!load || (!missing && state.kind === "offered")) return null;
  const offered = state.kind !== "said" || state.again;
  return (
    <div class="load-texts">
      {offered && (
        <>
          <button
            type="button"
            class="button"
            aria-disabled={state.kind === "loading"}
            onClick={() => void press()}
          >
            {text(state.kind === "loading" ? "loadTextsBusy" : "loadTexts")}
          </button>
          <p class="note">{text("loadTextsHint")}</p>
        </>
      )}
      <output class="note">{state.kind === "said" && state.words}</output>
    </div>
  );
}
