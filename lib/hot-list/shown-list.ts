/** The digests of a period as the hot list shows them: their papers with bars, and what is said of all of them. */
import type { Entry, Network } from "../digest/digest.ts";
import { heatOf, type ScaledDigest } from "../digest/heat.ts";
import type { ShownPaper } from "./shown-paper.ts";
import type { Period } from "./period.ts";
import { arrange, networksOf, type Order, ordersFor, ownOrder, type PeriodEntry } from "./order.ts";

export interface ShownList {
  period: Period;
  order: Order;
  /** Each paper once, in order; empty for an empty digest. */
  papers: ShownPaper[];
  /** How many digests the period has, and the first and last of their days. */
  digests: number;
  from: string;
  to: string;
  networks: Network[];
  /** The orders to choose from. */
  orders: Order[];
  /** The last day on which one of the figures was counted, `YYYY-MM-DD`; absent if no digest says. */
  counted?: string;
  /** True if the index has neither an abstract nor the text of a post of this day of tweets; longer periods do not look. */
  factsOnly: boolean;
}

/**
 * The list of a period.
 *
 * @param digests those of the period
 * @param order the period's own is used if it cannot have this one
 */
export function shownList(period: Period, digests: readonly ScaledDigest[], order: Order): ShownList {
  const entries = digests.flatMap(entriesOf);
  const networks = networksOf(entries);
  const ofOneDay = period.span === "day";
  const orders = ordersFor(networks, ofOneDay);
  const possible = orders.includes(order) ? order : ownOrder(ofOneDay);
  const dates = digests.map(({ date }) => date).toSorted();
  const counted = countedOn(entries);
  return {
    period,
    order: possible,
    papers: arrange(entries, possible, ofOneDay),
    digests: digests.length,
    from: dates[0] ?? period.date,
    to: dates.at(-1) ?? period.date,
    networks,
    orders,
    ...(counted !== undefined && { counted }),
    factsOnly: ofOneDay && entries.some(isTweeted) && entries.every(hasNoFullTexts),
  };
}

const entriesOf = ({ date, papers, sources, scale }: ScaledDigest): PeriodEntry[] =>
  papers.map((entry) => ({
    ...entry,
    ...(sources && { sources }),
    date,
    of: papers.length,
    heat: heatOf(entry.counts, date, scale),
  }));

function countedOn(entries: readonly Entry[]): string | undefined {
  let last = "";
  for (const { counts } of entries) for (const { at = "" } of counts) if (at > last) last = at;
  return last === "" ? undefined : last.slice(0, 10);
}

/** The words of such digests can be fetched. */
const isTweeted = ({ counts }: Entry) => counts.some(({ network, by }) => network === "twitter" && !by);

const hasNoFullTexts = ({ abstract, posts }: Entry) =>
  abstract === undefined && posts.every(({ network, text }) => network === "twitter" && text === undefined);
