import type { FeedsActions, FeedsModel } from "../../lib/reader/feeds-model.ts";
import type { FeedsStatus } from "../../lib/messages/messages.ts";
import { text } from "../../lib/texts/text.ts";
import { Notice } from "../parts/Notice.tsx";
import { AddFeed } from "./AddFeed.tsx";
import { ArchiveWords } from "./ArchiveWords.tsx";
import { FeedItem } from "./FeedItem.tsx";
import { FeedLog } from "./FeedLog.tsx";
import { LiveToday } from "./LiveToday.tsx";
import "./feeds.css";

interface FeedsSectionProps extends FeedsActions {
  model: FeedsModel;
}

/** Feeds: add, order, refresh, remove, and what left the browser for them. */
export function FeedsSection({ model, ...actions }: FeedsSectionProps) {
  const { status, add, trouble } = model;
  return (
    <section class="feeds" aria-labelledby="feeds">
      <h2 id="feeds">{text("feedsTitle")}</h2>
      <p>{text("feedsIntro")}</p>
      {trouble !== undefined && (
        <Notice tone="bad" alert>
          <p>{trouble}</p>
        </Notice>
      )}
      <AddFeed
        state={add}
        onCheck={actions.onCheck}
        onAdd={actions.onAdd}
        onCancel={actions.onCancel}
        onGrant={actions.onGrantForCheck}
      />
      {status && <Kept status={status} actions={actions} />}
    </section>
  );
}

/** What comes with the worker's word, all at once: below there is nothing that would move. */
function Kept({ status, actions }: { status: FeedsStatus; actions: FeedsActions }) {
  const kept = status.feeds.filter(({ removed }) => !removed);
  return (
    <>
      {status.feeds.length > 0 && (
        <>
          <ol class="feed-list">
            {status.feeds.map((feed) => (
              <FeedItem
                key={feed.id}
                feed={feed}
                place={kept.indexOf(feed)}
                of={kept.length}
                onSwitch={(on) => actions.onSwitch(feed.id, on)}
                onMove={(place) => actions.onMove(feed.id, place)}
                onRefresh={() => actions.onRefresh(feed.id)}
                onRemove={() => actions.onRemove(feed.id)}
                onUndo={() => actions.onUndo(feed.id)}
                onGrant={(origin) => actions.onGrantFor(feed.id, origin)}
              />
            ))}
          </ol>
          {kept.length > 1 && (
            <div class="feeds-all">
              <p class="note">{text("feedsOrder")}</p>
              <button type="button" class="button" onClick={() => actions.onRefresh()}>
                {text("feedsRefreshAll")}
              </button>
            </div>
          )}
        </>
      )}
      {status.feeds.length === 0 && !status.live.on && <p class="note">{text("feedsNone")}</p>}
      <LiveToday
        live={status.live}
        onSwitch={actions.onLive}
        onRefresh={actions.onLiveRefresh}
        onRemove={actions.onLiveRemove}
      />
      <ArchiveWords archive={status.archive} onSwitch={actions.onArchiveWords} />
      <FeedLog lines={status.log} />
    </>
  );
}
