import { type Span, SPANS } from "../../lib/hot-list/period.ts";
import type { Order } from "../../lib/hot-list/order.ts";
import type { ShownList } from "../../lib/hot-list/shown-list.ts";
import { text } from "../../lib/texts/text.ts";
import { orderName, spanName } from "../../lib/texts/period-text.ts";
import { Choice } from "../parts/Choice.tsx";

interface ListChoicesProps {
  list: ShownList;
  onSpan: (span: Span) => void;
  onOrder: (order: Order) => void;
  /** The reader is about to choose. */
  onPrepare: () => void;
}

/** The length of the list's period, and its order. */
export function ListChoices({ list, onSpan, onOrder, onPrepare }: ListChoicesProps) {
  const { period, order, orders } = list;
  return (
    <>
      <Choice
        label={text("periodLabel")}
        value={period.span}
        options={SPANS.map((span) => ({ value: span, words: spanName(span) }))}
        onChoose={onSpan}
        onPrepare={onPrepare}
      />
      <Choice
        label={text("orderLabel")}
        value={order}
        options={orders.map((each) => ({ value: each, words: orderName(each) }))}
        onChoose={onOrder}
      />
    </>
  );
}
