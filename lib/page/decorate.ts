/**
 * From page to badge: find the papers, ask once for those that the address did not name, put badges beside the hits, fall
 * silent. A page without papers costs a look at its address.
 */
import type { Badge, PageGroup, PageKind } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { type BadgeParts, badgeMaker } from "./badge.ts";
import { listenForPresses, type OpenConversation } from "./conversation/opener.ts";
import { watchEntries } from "./entries.ts";
import { missingEntries } from "./expectation.ts";
import { holdFirstPaint } from "./first-paint.ts";
import { pillFitter } from "./fit.ts";
import { placeHost, removeLeftovers } from "./host.ts";
import { watchFirstSight } from "./late.ts";
import { createListTools, type ListToolsOptions } from "./list-tools/list-tools.ts";
import { monthsNamed, pageOf } from "./page-kind.ts";
import type { Spot } from "./spots.ts";
import { type IsThere, watchExtension } from "./still-there.ts";

export interface Decoration {
  document: Document;
  /** The page's address. */
  url: string;
  /** Badges of those ids that are in a digest, in no order. */
  lookup: (ids: PaperId[], group: PageGroup, signal: AbortSignal) => Promise<Badge[]>;
  /**
   * Told the months (`2108`) that the address names, before anything has been parsed.
   *
   * @returns settled when `early` can answer for them, well or not
   */
  prefetch?: (months: string[]) => Promise<void>;
  /**
   * Answers at once what can be answered without a message: called for each lot of entries, as they are parsed. `rest` are
   * the ids that only `lookup` can answer.
   */
  early?: (ids: PaperId[], group: PageGroup) => Promise<{ badges: Badge[]; rest: PaperId[] }>;
  /** Gets the part that opens conversations, which is not loaded with the page. */
  conversations: () => Promise<OpenConversation>;
  /** Calls back whenever the index has changed, until the signal ends it. */
  watch?: (onChange: () => void, signal: AbortSignal) => void;
  /** One line for whoever looks after this: nothing of it is shown in the page. */
  report: (line: string) => void;
  /** When it ends, the page is again what arXiv made. */
  signal: AbortSignal;
  /** Told once it has been parsed whether the page has entries, as its kind should; not told where having none is normal. */
  onParsed?: (kind: PageKind, hasEntries: boolean) => void;
  /** HTTP status of the page, asked for when it has been parsed. */
  status?: () => number | undefined;
  isThere?: IsThere;
  /** Absent where lists stay as they are. */
  listTools?: ListToolsOptions;
}

/** Puts badges into a page of arXiv; does nothing on any other page. May be called before the page has been parsed. */
export function start(options: Decoration): void {
  const { document, url, lookup, report, status, isThere } = options;
  const page = pageOf(url);
  if (!page || options.signal.aborted) return;
  const read = options.prefetch?.(monthsNamed(url, new Date(), page)); // before all else: the page is on its way too
  removeLeftovers(document);

  const gone = new AbortController();
  const signal = AbortSignal.any([options.signal, gone.signal]);
  const letPaint = holdFirstPaint(document, signal);
  /** Our badges in the page. */
  const mounted = new Map<Spot, BadgeParts>();
  signal.addEventListener("abort", () => {
    for (const { host } of mounted.values()) host.remove();
  });

  const makeBadge = badgeMaker(document);
  const presses = listenForPresses(document, options.conversations, signal, () => missed && askAgain());
  const fit = pillFitter(document, signal);
  const known = new Map<PaperId, Badge>();
  const asked = new Set<PaperId>();
  const spots: Spot[] = [];
  /** A page that we come to when it has been parsed, as after an update, has been painted too. */
  const painted = document.readyState !== "loading";
  let seen = () => painted;
  /** Whether all entries are there and all answers have come; undefined while some are on their way, false where one failed. */
  let whole: boolean | undefined;
  /** Whether the index changed before that, or while a conversation was open. */
  let missed = false;
  let broken = false;
  const updateList =
    page.kind !== "abs" && options.listTools
      ? createListTools(document, options.listTools, signal)
      : undefined;

  const update = () => updateList?.(spots, known, seen(), whole);
  let watched = false;
  /** What makes badges work that have just been mounted, and what goes with them. */
  const connect = (added: ReadonlyMap<Spot, BadgeParts>) => {
    if (signal.aborted) return;
    for (const [{ id, look }, { host, button }] of added) presses.add(host, { id, look, button });
    const pills = [...added].filter(([{ look }]) => look === "pill").map(([, { button }]) => button);
    if (pills.length > 0) fit(pills);
    update();
    if (watched || added.size === 0 || !isThere) return;
    watched = true;
    watchExtension(document, isThere, signal, () => gone.abort());
  };
  /** Mounts the badges of these spots that are known, and removes those that are not any more. */
  const mount = (some: readonly Spot[]) => {
    const added = new Map<Spot, BadgeParts>();
    for (const spot of some) {
      const badge = known.get(spot.id);
      const old = mounted.get(spot);
      if (!badge) {
        old?.host.remove();
        mounted.delete(spot);
        continue;
      }
      const parts = makeBadge(badge, spot.look);
      if (old?.host.isConnected) {
        // The host stays as it is, late or not, so that nothing moves.
        const focused = old.host.shadowRoot?.activeElement === old.button;
        old.button.replaceWith(parts.button);
        if (focused) parts.button.focus({ preventScroll: true });
        parts.host = old.host;
      } else {
        // A pill never takes room; a line has its own row unless what is below it has been painted already.
        if (spot.look === "line") parts.host.toggleAttribute("data-late", seen());
        if (!placeHost(parts.host, spot)) continue;
      }
      mounted.set(spot, parts);
      added.set(spot, parts);
    }
    // First all badges are there, then they are connected: before anything is painted in any case.
    queueMicrotask(() => connect(added));
  };

  const failed = (error: unknown) => {
    if (signal.aborted || broken) return;
    broken = true;
    report(`no badges on this page, since the index did not answer: ${String(error)}`);
  };
  const show = (badges: readonly Badge[]) => {
    if (signal.aborted) return;
    for (const badge of badges) known.set(badge.id, badge);
    const fresh = new Set(badges.map(({ id }) => id));
    mount(spots.filter(({ id }) => fresh.has(id)));
  };
  /** Ids that nobody has been asked for yet. */
  const unasked = (some: readonly Spot[]) => {
    const ids = [...new Set(some.map(({ id }) => id))].filter((id) => !asked.has(id));
    for (const id of ids) asked.add(id);
    return ids;
  };
  const ask = async (ids: readonly PaperId[]) => {
    if (ids.length > 0) show(await lookup([...ids], page.group, signal));
  };

  /** Questions under way, and the ids that they left open. */
  const early: Promise<void>[] = [];
  const open: PaperId[] = [];
  const askEarly = async (ids: PaperId[]) => {
    const answer = ids.length > 0 ? await options.early?.(ids, page.group) : undefined;
    open.push(...(answer?.rest ?? ids));
    show(answer?.badges ?? []);
  };
  const askLast = async () => {
    await Promise.all(early);
    await ask(open.splice(0)).catch(failed);
    whole = !broken;
    update();
    if (missed) askAgain();
  };

  /** The index has changed: badges that are as they were stay where they are. */
  const showAgain = (badges: readonly Badge[]) => {
    const before = new Map([...known].map(([id, badge]) => [id, JSON.stringify(badge)]));
    known.clear();
    for (const badge of badges) known.set(badge.id, badge);
    const changed = spots.filter(({ id }) => before.get(id) !== JSON.stringify(known.get(id)));
    if (whole && changed.length === 0) return;
    whole = true;
    mount(changed);
  };
  let turn = 0;
  const askAgain = () => {
    missed = true;
    if (whole === undefined || signal.aborted) return; // what has been read by now may be of before
    turn += 1;
    const mine = turn;
    const answered = (badges: readonly Badge[]) => {
      if (mine !== turn || signal.aborted || presses.isOpen()) return; // a conversation is not taken from its reader
      missed = false;
      showAgain(badges);
    };
    lookup([...asked], page.group, signal).then(answered, failed);
  };
  options.watch?.(askAgain, signal);

  if (page.id && page.kind === "abs") {
    asked.add(page.id);
    early.push(ask([page.id]).catch(failed));
  }
  watchEntries({
    document,
    page,
    signal,
    ready: read,
    onSight: () => {
      seen = watchFirstSight(document);
    },
    onSpots: (found) => {
      spots.push(...found);
      mount(found);
      early.push(askEarly(unasked(found)).catch(failed));
      const isFirst = spots.length === found.length;
      if (isFirst) void Promise.all(early).then(letPaint);
    },
    onEnd: () => {
      const some = spots.length > 0;
      const missing = some ? undefined : missingEntries(document, page, status?.());
      if (missing) report(missing);
      if (some || missing) options.onParsed?.(page.kind, some);
      void askLast();
    },
  });
}
