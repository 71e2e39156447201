import { type HotWindow, type Span, SPANS } from "../../lib/hot-list/hot-window.ts";
import type { Order } from "../../lib/hot-list/order.ts";
import type { ShownList } from "../../lib/hot-list/shown-list.ts";
import { text } from "../../lib/texts/text.ts";
import { orderName, spanName } from "../../lib/texts/window-text.ts";
import { Choice } from "../parts/Choice.tsx";

interface ListChoicesProps {
  list: ShownList;
  onSpan: (span: Span) => void;
  onOrder: (order: Order) => void;
  /** Somebody is about to choose. */
  onPrepare: () => void;
}

/** How long a time the list is about, and its order. */
export function ListChoices({ list, onSpan, onOrder, onPrepare }: ListChoicesProps) {
  const { window, order, orders, networks } = list;
  const mixed = isMixed(window, networks.length);
  return (
    <>
      <Choice
        label={text("windowLabel")}
        value={window.span}
        options={SPANS.map((span) => ({ value: span, words: spanName(span) }))}
        onChoose={onSpan}
        onPrepare={onPrepare}
      />
      <Choice
        label={text("orderLabel")}
        value={order}
        options={orders.map((each) => ({ value: each, words: orderName(each, mixed) }))}
        onChoose={onOrder}
      />
    </>
  );
}

/** A day's rank is its digest's own; longer windows mix the ranks of several networks. */
const isMixed = ({ span }: HotWindow, networks: number) => span !== "day" && networks > 1;
