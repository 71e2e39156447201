import type { HotListView } from "../../lib/hot-list/hot-list-view.ts";
import { text } from "../../lib/texts/text.ts";
import { Skeleton } from "./Skeleton.tsx";
import { Progress } from "../parts/Progress.tsx";
import "./state-message.css";

export interface StateActions {
  /** Brings the bundled digests back, or tries again to. */
  onRestore: () => void;
  /** Reads the index again. */
  onReadAgain: () => void;
}

interface StateMessageProps extends StateActions {
  view: Exclude<HotListView, { kind: "list" }>;
  optionsUrl: string;
}

/** What is shown if there is no list: every case in its own words, with what can be done about it. */
export function StateMessage({ view, optionsUrl, onRestore, onReadAgain }: StateMessageProps) {
  switch (view.kind) {
    case "loading":
      return (
        <>
          <output class="unseen">{text("popupLoading")}</output>
          <Skeleton />
        </>
      );
    case "importing":
      return (
        <section class="state">
          <h2>{text("popupImportingTitle")}</h2>
          <p>{text("popupImportingText")}</p>
          <Progress value={view.progress} label={text("popupImportingTitle")} />
        </section>
      );
    case "importFailed":
      return (
        <section class="state">
          <h2>{text("popupImportFailedTitle")}</h2>
          <p>{text("popupImportFailedText")}</p>
          {view.failure && <p class="detail">{view.failure}</p>}
          <button type="button" class="button main" onClick={onRestore}>
            {text("popupTryAgain")}
          </button>
        </section>
      );
    case "deleted":
    case "nothing":
      return (
        <section class="state">
          <h2>{text("popupNothingTitle")}</h2>
          <p>{text(view.kind === "deleted" ? "popupDeletedText" : "popupNothingText")}</p>
          <button type="button" class="button main" onClick={onRestore}>
            {text("popupRestore")}
          </button>
          <p>
            <a href={optionsUrl} target="_blank">
              {text("popupImportOwn")}
            </a>
          </p>
        </section>
      );
    default:
      return (
        <section class="state">
          <h2>{text("popupFailedTitle")}</h2>
          <p>{text(`popupFailed_${view.failure}`)}</p>
          {view.failure === "failed" && view.detail && <p class="detail">{view.detail}</p>}
          {view.failure === "damaged" ? (
            <button type="button" class="button main" onClick={onRestore}>
              {text("popupRestore")}
            </button>
          ) : (
            <button type="button" class="button main" onClick={onReadAgain}>
              {text("popupTryAgain")}
            </button>
          )}
        </section>
      );
  }
}
