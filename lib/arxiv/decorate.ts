/**
 * From page to badge: find the papers, ask once for those that the address did not name, put badges beside the hits, fall
 * silent. A page without papers costs a look at its address.
 */
import type { PageKind } from "../messages/messages.ts";
import { removeLeftovers } from "./badge/badge-host.ts";
import { backgroundFollower } from "./badge/page-background.ts";
import { pillFitter } from "./badge/fit-pills.ts";
import { listenForPresses, type OpenConversation } from "./conversation/opener.ts";
import { watchEntries } from "./entries.ts";
import { type IsThere, watchExtension } from "./extension-alive.ts";
import { inNextFrame } from "./first-frame.ts";
import { holdFirstPaint } from "./first-paint.ts";
import { createListTools, type ListToolsOptions } from "./list-tools/list-tools.ts";
import { missingEntries } from "./missing-entries.ts";
import { createPageBadges, type Mounted } from "./page-badges.ts";
import { monthsNamed, pageOf } from "./page-kind.ts";
import { createQuestions, type IndexDoors } from "./page-questions.ts";

export interface Decoration extends IndexDoors {
  document: Document;
  /** The page's address. */
  url: string;
  /**
   * Told the months (`2108`) that the address names, before anything has been parsed.
   *
   * @returns settled when `early` can answer for them, well or not
   */
  prefetch?: (months: string[]) => Promise<void>;
  /** Gets the part that opens conversations, which is not loaded with the page. */
  conversations: () => Promise<OpenConversation>;
  /** Calls back whenever the index has changed, until the signal ends it. */
  watch?: (onChange: () => void, signal: AbortSignal) => void;
  /** When it ends, the page is again what arXiv made. */
  signal: AbortSignal;
  /** Told after parsing whether the page has entries, as its kind should; not told if having none is normal. */
  onParsed?: (kind: PageKind, hasEntries: boolean) => void;
  /** HTTP status of the page, asked for when it has been parsed. */
  status?: () => number | undefined;
  isThere?: IsThere;
  /** Absent if lists stay as they are. */
  listTools?: ListToolsOptions;
}

/** Puts badges into a page of arXiv; does nothing on any other page. May be called before the page has been parsed. */
export function start(options: Decoration): void {
  const { document, url, isThere } = options;
  const page = pageOf(url);
  if (!page || options.signal.aborted) return;
  const read = options.prefetch?.(monthsNamed(url, new Date(), page)); // first of all: the page is on its way too
  removeLeftovers(document);

  const gone = new AbortController();
  const signal = AbortSignal.any([options.signal, gone.signal]);
  const letPaint = holdFirstPaint(document, signal);
  /** Whether the place of badges has been painted. It has if the page was parsed before we came, as after an update. */
  let isSeen = document.readyState !== "loading";

  let watched = false;
  /** Makes newly mounted badges work, with all that belongs to them. */
  const connect = (added: Mounted) => {
    if (signal.aborted) return;
    const pills: HTMLElement[] = [];
    for (const [slot, { host, button }] of added) {
      presses.add(host, { ...slot, button });
      if (slot.look === "pill") pills.push(button);
    }
    if (pills.length > 0) fit(pills);
    update();
    if (added.size > 0) followBackground();
    if (watched || added.size === 0 || !isThere) return;
    watched = true;
    watchExtension(document, isThere, signal, () => gone.abort());
  };
  const badges = createPageBadges(document, signal, () => isSeen, connect);
  const { slots, known } = badges;
  const presses = listenForPresses(document, options.conversations, signal, () => questions.catchUp());
  const fit = pillFitter(document, signal);
  const followBackground = backgroundFollower(document, signal);
  const updateList =
    page.kind !== "abs" && options.listTools
      ? createListTools(document, options.listTools, signal)
      : undefined;
  const update = () => updateList?.(slots, known, isSeen, questions.isWhole());
  const questions = createQuestions({ ...options, signal }, page.group, badges, presses.isOpen, update);
  options.watch?.(questions.askAgain, signal);

  if (page.id && page.kind === "abs") void questions.askFor([page.id], true);
  watchEntries({
    document,
    page,
    signal,
    ready: read,
    onSight: () =>
      inNextFrame(document, () => {
        isSeen = true;
      }),
    onSpots: (found) => {
      const isFirst = slots.length === 0;
      badges.add(found);
      const answered = questions.askFor(found.map(({ id }) => id));
      if (isFirst) void answered.then(letPaint);
    },
    onEnd: () => {
      const some = slots.length > 0;
      const missing = some ? undefined : missingEntries(document, page, options.status?.());
      if (missing) options.report(missing);
      if (some || missing) options.onParsed?.(page.kind, some);
      void questions.askLast();
    },
  });
}
