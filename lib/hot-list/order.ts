/**
 * In which order a list shows its papers. A day has its digest's own rank, a longer period is ordered by heat. Counts of different networks
 * are never added: with equal bars, the better mixed rank comes first; with one network that is the order by its likes.
 */
import { NETWORKS } from "../digest/networks.ts";
import type { Counts, Entry, Network } from "../digest/digest.ts";
import { isNewer } from "../paper/newer.ts";
import { mixedOrder } from "../live/ranking/mixed-rank.ts";
import { figuresOf, networkRanks } from "../live/ranking/network-rank.ts";
import type { ShownPaper } from "./shown-paper.ts";

/** The figures of counts by which a list can be ordered. */
const FIGURES = {
  twitter: ["likes", "reposts"],
  bluesky: ["likes", "reposts"],
  huggingface: ["upvotes"],
  hackernews: ["points"],
} as const satisfies Record<Network, readonly (keyof Counts)[]>;

type FigureOrder = {
  [N in Network]: `${N}.${(typeof FIGURES)[N][number]}`;
}[Network];

/** `twitter.likes` is by Twitter's favorites. */
export type Order = "heat" | "rank" | "mixed" | "newest" | FigureOrder;

/** For a list that cannot be in it, `ownOrder` takes its place. */
export const DEFAULT_ORDER: Order = "rank";

/** All orders there are, whatever a list has. */
const ALL_ORDERS: readonly Order[] = [
  "heat",
  "rank",
  "mixed",
  ...NETWORKS.flatMap((network) => FIGURES[network].map((figure) => `${network}.${figure}` as FigureOrder)),
  "newest",
];

/** Reads an order that was kept; the default if it is not an order. */
export const readOrder = (value: unknown): Order =>
  ALL_ORDERS.find((order) => order === value) ?? DEFAULT_ORDER;

/** The figure and the network of an order, or undefined if it is not by a figure. */
export function figureOf(
  order: Order,
): { network: Network; figure: "likes" | "reposts" | "points" | "upvotes" } | undefined {
  const [network, figure] = order.split(".");
  return figure === undefined ? undefined : ({ network, figure } as ReturnType<typeof figureOf>);
}

/** The networks that report something of these entries, in their fixed order. */
export function networksOf(entries: readonly Pick<Entry, "counts">[]): Network[] {
  const found = new Set(entries.flatMap(({ counts }) => counts.map(({ network }) => network)));
  return NETWORKS.filter((network) => found.has(network));
}

/**
 * The orders that make sense for entries of these networks. A day has its digest's rank, a longer period of several networks a mixed one;
 * with one network that would be the order by its figure, and is called that.
 */
export const ordersFor = (networks: readonly Network[], ofOneDay: boolean): Order[] =>
  ALL_ORDERS.filter((order) => {
    if (order === "rank") return ofOneDay;
    if (order === "mixed") return !ofOneDay && networks.length > 1;
    const by = figureOf(order);
    return by === undefined || networks.includes(by.network);
  });

/** The order of a list if none was chosen that it can have. */
export const ownOrder = (ofOneDay: boolean): Order => (ofOneDay ? "rank" : "heat");

/** One entry of the period, on its way into the list. */
export type PeriodEntry = Omit<ShownPaper, "place" | "also">;

/**
 * The papers of a period in order, each once: by the entry that is highest in this order, the others named beside it.
 *
 * @param entries in any order
 * @param ofOneDay the digest's own ranks are the order by rank
 */
export function arrange(entries: readonly PeriodEntry[], order: Order, ofOneDay: boolean): ShownPaper[] {
  const papers = new Map<Entry["id"], PeriodEntry[]>();
  const inOrder = inOrderOf(entries, order);
  for (const entry of inOrder) {
    const known = papers.get(entry.id);
    if (known) known.push(entry);
    else papers.set(entry.id, [entry]);
  }
  return [...papers.values()].map(([best, ...others], at) => ({
    ...(best as PeriodEntry),
    place: ofOneDay ? (best as PeriodEntry).rank : at + 1,
    also: others
      .map(({ date, rank, of }) => ({ date, rank, of }))
      .toSorted((a, b) => (a.date < b.date ? 1 : -1)),
  }));
}

function inOrderOf(entries: readonly PeriodEntry[], order: Order): PeriodEntry[] {
  if (order === "heat") return mixed(entries).toSorted((a, b) => b.heat - a.heat);
  return order === "mixed" ? mixed(entries) : entries.toSorted(comparison(order));
}

/** Newest digest first, then best rank. */
const newestDay = (a: PeriodEntry, b: PeriodEntry) =>
  a.date === b.date ? a.rank - b.rank : a.date < b.date ? 1 : -1;

function comparison(order: Order): (a: PeriodEntry, b: PeriodEntry) => number {
  if (order === "rank") return (a, b) => a.rank - b.rank || newestDay(a, b);
  if (order === "newest")
    return (a, b) => (a.date === b.date ? Number(isNewer(b.id, a.id)) * 2 - 1 : newestDay(a, b));
  const by = figureOf(order);
  // Unknown figures are below zero: they come at the end.
  const amount = ({ counts }: PeriodEntry) =>
    counts.find(({ network }) => network === by?.network)?.[by?.figure ?? "likes"] ?? -1;
  return (a, b) => amount(b) - amount(a) || newestDay(a, b);
}

/** Entries by mixed rank of their papers; those of one paper by their figures, the highest first. */
function mixed(entries: readonly PeriodEntry[]): PeriodEntry[] {
  const hottestFirst = entries.toSorted(
    (a, b) =>
      NETWORKS.reduce((sum, network) => sum || amountIn(network, b) - amountIn(network, a), 0) ||
      newestDay(a, b),
  );
  const byPaper = Map.groupBy(hottestFirst, ({ id }) => id);
  const ranks = new Map(
    networksOf(entries).map((network) => [
      network,
      networkRanks(
        [...byPaper].flatMap(([id, own]) => {
          const counts = hottestIn(network, own);
          return counts ? [{ id, counts }] : [];
        }),
        0,
      ),
    ]),
  );
  // Papers that no network knows come last.
  const ordered = new Set([...mixedOrder(ranks).map(({ id }) => id), ...byPaper.keys()]);
  return [...ordered].flatMap((id) => byPaper.get(id) ?? []);
}

const countsIn = (network: Network, { counts }: PeriodEntry) =>
  counts.find((each) => each.network === network);

function amountIn(network: Network, entry: PeriodEntry): number {
  const counts = countsIn(network, entry);
  return counts ? figuresOf(counts)[0] : -1;
}

/** A network's highest counts for a paper, over all of its entries. */
function hottestIn(network: Network, entries: readonly PeriodEntry[]): Counts | undefined {
  return entries
    .flatMap((entry) => countsIn(network, entry) ?? [])
    .toSorted((a, b) => figuresOf(b)[0] - figuresOf(a)[0])[0];
}
