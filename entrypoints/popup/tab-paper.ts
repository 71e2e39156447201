/** Whether the tab shows a paper: what draws it is loaded if the address may name one. */
import type { ComponentChildren } from "preact";
import type { HotListActions, HotListState } from "../../lib/hot-list/state/hot-list-state.ts";
import { followTab } from "../../lib/hot-list/state/tab-address.ts";

/** An address that names a paper has the digits of its id: `2108.04840`, `hep-th/9901001`. */
const HAS_NUMBER = /\d{4}\.?\d{3}/u;

/** @param onChange what `draw` gives has changed */
export function tabPaper(actions: HotListActions, onChange: () => void, signal: AbortSignal) {
  let draw: ((state: HotListState) => ComponentChildren) | undefined;
  const load = async () => {
    const { openThisPaper } = await import("./this-paper.tsx");
    const opened = openThisPaper(actions, onChange, signal);
    ({ draw } = opened);
    return opened;
  };
  let loading: ReturnType<typeof load> | undefined;
  return {
    /** Settled when the first paper is on show, or there is none. */
    follow: (): Promise<void> =>
      followTab(async (address = "") => {
        if (loading || HAS_NUMBER.test(address)) await (await (loading ??= load())).show(address);
      }),
    draw: (state: HotListState): ComponentChildren => draw?.(state),
  };
}
