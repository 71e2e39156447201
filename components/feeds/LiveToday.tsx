import type { LiveStatus, PastStatus } from "../../lib/messages/messages.ts";
import { moment, number } from "../../lib/texts/format.ts";
import { sentences } from "../../lib/texts/sentences.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { PastDays } from "./PastDays.tsx";
import { Switch } from "../options/Switch.tsx";

interface LiveTodayProps {
  live: LiveStatus;
  onSwitch: (on: boolean) => void;
  /** Posts on X, through alphaXiv. */
  onAlphaxiv: (on: boolean) => void;
  onRefresh: () => void;
  onRemove: () => void;
  past: PastStatus;
  /** Fetches the missing days before today, or leaves them. */
  onFill: (on: boolean) => void;
}

/** Today's list without a publisher: who is asked for what, whether it is on, and how they answered. */
export function LiveToday({ live, past, onSwitch, onAlphaxiv, onRefresh, onRemove, onFill }: LiveTodayProps) {
  return (
    <div class="live-today">
      <Switch label={text("liveTitle")} hint={text("liveHint")} on={live.on} onSwitch={onSwitch} />
      <Switch
        label={text("alphaxivTitle")}
        hint={text("alphaxivHint")}
        on={live.alphaxiv.on}
        onSwitch={onAlphaxiv}
      />
      {live.on && <LiveState live={live} onRefresh={onRefresh} />}
      {live.on && (
        <div class="live-state">
          <PastDays status={past} onFill={onFill} />
        </div>
      )}
      {!live.on && live.digests > 0 && (
        <div class="live-state">
          <p>{plural("feedsDigests", live.digests, number(live.digests))}</p>
          <button type="button" class="button" onClick={onRemove}>
            {text("liveRemove")}
          </button>
        </div>
      )}
    </div>
  );
}

function LiveState({ live, onRefresh }: Pick<LiveTodayProps, "onRefresh"> & { live: LiveStatus }) {
  const { state, sources, searchAt, running } = live;
  const times = [
    live.last === undefined ? undefined : text("feedsLast", moment(live.last)),
    live.next === undefined ? undefined : text("feedsNext", moment(live.next)),
  ].filter((part) => part !== undefined);
  return (
    <div class="live-state">
      <p class={`feed-state ${state.tone}`}>{sentences(state.text, state.advice)}</p>
      {sources.length > 0 && (
        <ul>
          {sources.map(({ name, text: words, failed }) => (
            <li key={name} class={failed ? "failed" : ""}>
              <b>{name}</b> {words}
            </li>
          ))}
        </ul>
      )}
      {times.length > 0 && <p>{times.join(" · ")}</p>}
      <button
        type="button"
        class="button"
        aria-disabled={running}
        aria-describedby="live-refresh"
        onClick={() => {
          if (!running) onRefresh();
        }}
      >
        {text(running ? "feedsRefreshing" : "liveRefresh")}
      </button>
      <p id="live-refresh" class="note">
        {searchAt === undefined ? text("liveRefreshHint") : text("liveSearchAt", moment(searchAt))}
      </p>
    </div>
  );
}
