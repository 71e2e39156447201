import { useId, useState } from "preact/hooks";
import type { FeedBrought, FeedStatus } from "../../lib/messages/messages.ts";
import { date as dayWords, moment, number } from "../../lib/texts/format.ts";
import { plainError } from "../../lib/texts/plain-error.ts";
import { sentences } from "../../lib/texts/sentences.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { Icon } from "../parts/Icon.tsx";

interface FeedItemProps {
  feed: FeedStatus;
  /** In the order of preference, from 0; negative for a removed feed. */
  place: number;
  of: number;
  onSwitch: (on: boolean) => void;
  onMove: (place: number) => void;
  onRefresh: () => void;
  onRemove: () => void;
  onUndo: () => void;
  onGrant: (origin: string) => void;
  /** Counts what it brought. */
  onBrought: () => Promise<FeedBrought>;
}

/** One feed: its state, and what can be done with it. */
export function FeedItem(props: FeedItemProps) {
  const { feed, place, of, onSwitch, onMove, onRefresh, onRemove, onUndo, onGrant, onBrought } = props;
  const id = useId();
  if (feed.removed) {
    return (
      <li class="feed removed">
        <output>{text("feedsRemoved", feed.title)}</output>
        <button type="button" class="button" onClick={onUndo}>
          {text("feedsUndo")}
        </button>
      </li>
    );
  }
  const { state } = feed;
  return (
    <li class="feed">
      <div class="feed-head switch">
        <input
          id={id}
          type="checkbox"
          checked={feed.on}
          aria-label={text("feedsOn", feed.title)}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
        <h3>
          <label for={id}>{feed.title}</label>
        </h3>
        {of > 1 && (
          <span class="feed-order">
            <Move up feed={feed} disabled={place === 0} onPress={() => onMove(place - 1)} />
            <Move up={false} feed={feed} disabled={place === of - 1} onPress={() => onMove(place + 1)} />
          </span>
        )}
      </div>
      <p class="address">{feed.address}</p>
      <p>
        {[
          feed.kind,
          plural("feedsDigests", feed.digests, number(feed.digests)),
          feed.waiting > 0 ? plural("feedsWaiting", feed.waiting, number(feed.waiting)) : undefined,
        ]
          .filter((part) => part !== undefined)
          .join(" · ")}
      </p>
      <p class={`feed-state ${feed.on ? state.tone : "plain"}`}>
        {feed.on ? sentences(state.text, state.advice) : text("feedsOff")}
      </p>
      <p>
        {[
          feed.last === undefined ? undefined : text("feedsLast", moment(feed.last)),
          feed.next === undefined ? undefined : text("feedsNext", moment(feed.next)),
        ]
          .filter((part) => part !== undefined)
          .join(" · ")}
      </p>
      <Aside files={feed.aside} />
      <Brought onBrought={onBrought} />
      <div class="feed-actions">
        <button
          type="button"
          class="button"
          aria-disabled={!feed.on || feed.running}
          onClick={() => {
            if (feed.on && !feed.running) onRefresh();
          }}
        >
          {text(feed.running ? "feedsRefreshing" : "feedsRefresh")}
        </button>
        {feed.needsAccess && (
          <button type="button" class="button" onClick={() => onGrant(originOf(feed.address))}>
            {text("feedsGrant", feed.host)}
          </button>
        )}
        <button type="button" class="button" onClick={onRemove}>
          {text("feedsRemove")}
        </button>
      </div>
    </li>
  );
}

function originOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

interface MoveProps {
  up: boolean;
  feed: FeedStatus;
  disabled: boolean;
  onPress: () => void;
}

function Move({ up, feed, disabled, onPress }: MoveProps) {
  const name = text(up ? "feedsUp" : "feedsDown", feed.title);
  return (
    <button
      type="button"
      class="square"
      aria-label={name}
      title={name}
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      <Icon name={up ? "up" : "down"} />
    </button>
  );
}

/** What it brought, folded: counted when it is opened. */
function Brought({ onBrought }: Pick<FeedItemProps, "onBrought">) {
  const [words, setWords] = useState("");
  const say = ({ papers, digests, newest }: FeedBrought) =>
    setWords(
      newest
        ? sentences(
            text(
              "feedsBroughtAll",
              plural("popupPapers", papers, number(papers)),
              plural("feedsDigests", digests, number(digests)),
            ),
            text(
              "feedsFoundNewest",
              dayWords(newest.date),
              plural("popupPapers", newest.papers, number(newest.papers)),
            ),
            text("feedsBroughtSeen"),
          )
        : text("feedsBroughtNone"),
    );
  return (
    <details
      class="feed-aside"
      onToggle={(event) => {
        if (event.currentTarget.open) void onBrought().then(say, (error) => setWords(plainError(error)));
      }}
    >
      <summary>{text("feedsBrought")}</summary>
      <p aria-live="polite">{words}</p>
    </details>
  );
}

/** Files that were set aside, folded: the feed's other files are there. */
function Aside({ files }: { files: FeedStatus["aside"] }) {
  if (files.length === 0) return null;
  return (
    <details class="feed-aside">
      <summary>{plural("feedsAside", files.length, number(files.length))}</summary>
      <ul>
        {files.map(({ name, reason }) => (
          <li key={name}>
            <strong>{name}</strong> {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
