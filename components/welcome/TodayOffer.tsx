import type { LiveStatus } from "../../lib/messages/messages.ts";
import { sentences } from "../../lib/texts/sentences.ts";
import { text } from "../../lib/texts/text.ts";
import { Notice } from "../parts/Notice.tsx";

interface TodayOfferProps {
  /** Absent until the worker has told. */
  live: LiveStatus | undefined;
  /** Where today's list is shown. */
  listUrl: string;
  optionsUrl: string;
  onStart: () => void;
  /** What a press could not do, in the worker's words. */
  trouble?: string | undefined;
}

/** Today's list in one press: the text above the button says who is asked for what, and nothing is asked before it. */
export function TodayOffer({ live, listUrl, optionsUrl, onStart, trouble }: TodayOfferProps) {
  const on = live?.on === true;
  const there = on && live.digests > 0;
  const failed = on && !there && !live.running && live.state.tone !== "plain";
  return (
    <section aria-labelledby="today">
      <h2 id="today">{text("welcomeToday")}</h2>
      <p>{text("welcomeTodayText")}</p>
      {(!on || failed) && (
        <button type="button" class="button main" aria-disabled={live === undefined} onClick={onStart}>
          {text(failed ? "popupTryAgain" : "welcomeTodayStart")}
        </button>
      )}
      <output class="today-state">{on && stateWords(live)}</output>
      {trouble !== undefined && (
        <Notice tone="bad" alert>
          <p>{text("popupTrouble", trouble)}</p>
        </Notice>
      )}
      {there && (
        <p>
          <a class="button main" href={listUrl} target="_blank">
            {text("welcomeTodayOpen")}
          </a>
        </p>
      )}
      <p class="note">
        {text("welcomeFeeds")}{" "}
        <a href={optionsUrl} target="_blank">
          {text("welcomeOptions")}
        </a>
      </p>
    </section>
  );
}

function stateWords({ running, state }: LiveStatus): string {
  if (running) return text("welcomeTodayAsking");
  return sentences(state.text, state.advice);
}
