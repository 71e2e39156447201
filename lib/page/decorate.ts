/**
 * From page to badge: find the papers, ask once for those that the address did not name, put badges beside the hits, fall
 * silent. A page without papers costs a look at its address.
 */
import type { Badge, PageGroup } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { badgeMaker } from "./badge.ts";
import { type ConversationActions, listenForPresses } from "./conversation/opener.ts";
import { watchEntries } from "./entries.ts";
import { missingEntries } from "./expectation.ts";
import { pillFitter } from "./fit.ts";
import { placeHost, removeLeftovers } from "./host.ts";
import { watchFirstSight } from "./late.ts";
import { pageOf } from "./page-kind.ts";
import type { Spot } from "./spots.ts";
import { type Extension, watchExtension } from "./still-there.ts";

export interface Decoration extends ConversationActions {
  document: Document;
  /** The page's address. */
  url: string;
  /** Badges of those ids that are in a digest, in no order. */
  lookup: (ids: PaperId[], group: PageGroup, signal: AbortSignal) => Promise<Badge[]>;
  /** One line for whoever looks after this: nothing of it is shown in the page. */
  report: (line: string) => void;
  /** When it ends, the page is again what arXiv made. */
  signal: AbortSignal;
  /** HTTP status of the page, asked for when it has been parsed. */
  status?: () => number | undefined;
  extension?: Extension;
}

/** Puts badges into a page of arXiv; does nothing on any other page. May be called before the page has been parsed. */
export function start(options: Decoration): void {
  const { document, url, lookup, report, status, extension } = options;
  const page = pageOf(url);
  if (!page || options.signal.aborted) return;
  removeLeftovers(document);

  const gone = new AbortController();
  const signal = AbortSignal.any([options.signal, gone.signal]);
  const hosts: HTMLElement[] = [];
  signal.addEventListener("abort", () => {
    for (const host of hosts) host.remove();
  });

  const makeBadge = badgeMaker(document);
  const opensConversation = listenForPresses(document, options, signal);
  const fit = pillFitter(document, signal);
  const known = new Map<PaperId, Badge>();
  const asked = new Set<PaperId>();
  const spots: Spot[] = [];
  let seen = () => false;

  /** Mounts the badges of these spots that are known. */
  const mount = (some: readonly Spot[]) => {
    const pills: HTMLElement[] = [];
    for (const spot of some) {
      const badge = known.get(spot.id);
      if (!badge) continue;
      const { host, button } = makeBadge(badge, spot.look);
      // A pill never takes room; a line has its own row unless what is below it has been painted already.
      if (spot.look === "line") host.toggleAttribute("data-late", seen());
      if (!placeHost(host, spot)) continue;
      opensConversation(host, { id: badge.id, look: spot.look, button });
      if (hosts.length === 0 && extension) watchExtension(document, extension, signal, () => gone.abort());
      hosts.push(host);
      if (spot.look === "pill") pills.push(button);
    }
    if (pills.length > 0) fit(pills);
  };

  let reported = false;
  const ask = async (ids: readonly PaperId[]) => {
    for (const id of ids) asked.add(id);
    try {
      const badges = await lookup([...ids], page.group, signal);
      if (signal.aborted) return;
      for (const badge of badges) known.set(badge.id, badge);
      const fresh = new Set(badges.map(({ id }) => id));
      mount(spots.filter(({ id }) => fresh.has(id)));
    } catch (error) {
      if (signal.aborted || reported) return;
      reported = true;
      report(`no badges on this page, since the index did not answer: ${String(error)}`);
    }
  };

  if (page.id) void ask([page.id]);
  watchEntries({
    document,
    page,
    signal,
    onSpots: (found) => {
      spots.push(...found);
      seen = watchFirstSight(document);
      mount(found);
    },
    onEnd: () => {
      const missing = spots.length === 0 && missingEntries(document, page, status?.());
      if (missing) report(missing);
      const rest = new Set(spots.map(({ id }) => id).filter((id) => !asked.has(id)));
      if (rest.size > 0) void ask([...rest]);
    },
  });
}
