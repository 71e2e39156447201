import { Component, type ComponentChildren } from "preact";
import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import { focusWhenThere, ITEM, itemOf, TITLE } from "./focus-paper.ts";

interface FocusKeeperProps {
  papers: readonly ShownPaper[];
  children: ComponentChildren;
}

/** When the paper that has the focus leaves the list, the one in its place gets it; if none is left, the way back to the list. */
export class FocusKeeper extends Component<FocusKeeperProps> {
  override getSnapshotBeforeUpdate(): string | undefined {
    return document.activeElement?.closest<HTMLElement>(ITEM)?.dataset["hotPaper"];
  }

  override componentDidUpdate(before: FocusKeeperProps, _: unknown, focused: string | undefined) {
    const { papers } = this.props;
    const place = before.papers.findIndex(({ id }) => id === focused);
    if (place < 0 || document.activeElement !== document.body) return;
    const next = papers.find(({ id }) => id === focused) ?? papers[place] ?? papers.at(-1);
    focusWhenThere(next ? `${itemOf(next.id)} ${TITLE}` : ".period-bar a");
  }

  override render({ children }: FocusKeeperProps) {
    return children;
  }
}
