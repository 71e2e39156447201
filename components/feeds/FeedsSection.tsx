import type { ComponentChildren } from "preact";
import type { FeedsActions, FeedsModel } from "./feeds-model.ts";
import type { FeedsStatus } from "../../lib/messages/messages.ts";
import { text } from "../../lib/texts/text.ts";
import { Notice } from "../parts/Notice.tsx";
import { AddFeed } from "./AddFeed.tsx";
import { FullTexts } from "./FullTexts.tsx";
import { BundledSets } from "./BundledSets.tsx";
import { FeedItem } from "./FeedItem.tsx";
import { hostsOf } from "./hosts-of.ts";
import { FeedLog } from "./FeedLog.tsx";
import { LiveToday } from "./LiveToday.tsx";
import "./feeds.css";

interface FeedsSectionProps extends FeedsActions {
  model: FeedsModel;
  /** Lists of feeds as files, which have wiring of their own. */
  children?: ComponentChildren;
}

/** Feeds: add, order, refresh, remove, and what left the browser for them. */
export function FeedsSection({ model, children, ...actions }: FeedsSectionProps) {
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
      {status && (
        <Kept status={status} actions={actions}>
          {children}
        </Kept>
      )}
    </section>
  );
}

/** What comes with the worker's answer, all at once: there is nothing below that could move. */
function Kept({
  status,
  actions,
  children,
}: {
  status: FeedsStatus;
  actions: FeedsActions;
  children?: ComponentChildren;
}) {
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
                onBrought={() => actions.onBrought(feed.id)}
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
      {children}
      {status.feeds.length === 0 && !status.live.on && <p class="note">{text("feedsNone")}</p>}
      {status.numbered.length > 0 && (
        <Notice tone="warn">
          <p>{text("feedsNumber", hostsOf(status.numbered))}</p>
          <button type="button" class="button" onClick={actions.onGrantAll}>
            {text("feedsGrantAll")}
          </button>
        </Notice>
      )}
      <LiveToday
        live={status.live}
        past={status.past}
        onFill={actions.onFillGap}
        onSwitch={actions.onLive}
        onAlphaxiv={actions.onAlphaxiv}
        onRefresh={actions.onLiveRefresh}
        onRemove={actions.onLiveRemove}
      />
      <BundledSets
        sets={status.bundled}
        onRemove={actions.onRemoveBundled}
        onRestore={actions.onRestoreBundled}
      />
      <FullTexts archive={status.archive} onSwitch={actions.onFullTextsChoice} />
      <FeedLog lines={status.log} />
    </>
  );
}
