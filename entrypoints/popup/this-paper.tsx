/** The paper of the tab, for popup and panel: loaded when a tab's address may name one. */
import { ThisPaper } from "../../components/popup/ThisPaper.tsx";
import type { HotListActions, HotListState } from "../../lib/hot-list/state/hot-list-state.ts";
import type { Look } from "../../lib/hot-list/state/look-here.ts";
import { createPaperDetails, type PaperDetail } from "../../lib/hot-list/state/paper-detail.ts";
import { indexPaper } from "../../lib/hot-list/state/read-paper.ts";
import { ask } from "../../lib/messages/ask.ts";
import { linkedPaper } from "../../lib/paper/linked-paper.ts";
import { watchRevision } from "../../lib/revision.ts";

/** Without consent, in Firefox no network is asked: a page of ours opens and asks for it. */
const look: Look = async (id) => (await ask("lookNow", { id })) ?? undefined;

/** @param onChange the paper is another one, or more is known of it */
export function openThisPaper({ loadTexts }: HotListActions, onChange: () => void, signal: AbortSignal) {
  let shown: Exclude<PaperDetail, { kind: "loading" }> | undefined;
  const first = Promise.withResolvers<void>();
  const details = createPaperDetails({
    read: indexPaper,
    onDetail(detail) {
      if (detail?.kind === "loading") return; // the last paper stays for that moment
      shown = detail;
      first.resolve();
      onChange();
    },
  });
  watchRevision(details.indexChanged, signal);
  return {
    /** Settled when the first paper is on show. */
    async show(address: string): Promise<void> {
      const id = linkedPaper(address);
      details.show(id);
      if (id) await first.promise;
    },
    /** While digests are still being imported, we cannot say that a paper is in none. */
    draw: ({ view, marking }: HotListState) =>
      shown &&
      (shown.kind !== "none" || view.kind === "list") && (
        <ThisPaper key={shown.id} detail={shown} marking={marking} look={look} loadTexts={loadTexts} />
      ),
  };
}
