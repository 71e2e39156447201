/** The badge: one button in an open shadow root, made of as few nodes as can be, so that a page of 2,000 stays quick. */
import type { Badge, BadgeEntry } from "../messages/messages.ts";
import {
  badgeName,
  figureWords,
  isNamed,
  NETWORK_MARKS,
  postsWords,
  quietName,
  rankWords,
  type Value,
  values,
} from "../texts/badge-text.ts";
import { compact, ordinal, shortDate } from "../texts/format.ts";
import { text } from "../texts/text.ts";
import css from "./badge.css?inline";
import { element } from "./element.ts";
import { hostTemplate } from "./host.ts";
import { adoptSheet } from "./sheet.ts";
import type { Look } from "./spots.ts";

/** A badge that stands in no page yet. */
export interface BadgeParts {
  host: HTMLElement;
  button: HTMLButtonElement;
}

/** Gives a function that makes badges for one page. A paper in several digests shows its best rank. */
export function badgeMaker(document: Document): (badge: Badge, look: Look) => BadgeParts {
  const templates: Partial<Record<Look, BadgeParts>> = {};
  const fill = { line: fillLine, pill: fillPill };

  return (badge, look) => {
    const best = badge.entries[0];
    if (!best) throw new Error(`a badge without entries: ${badge.id}`);
    const name = badge.quiet ? quietName(best) : badgeName(best);
    templates[look] ??= { host: hostTemplate(document, look), button: buttonTemplate(document, look) };
    const host = templates[look].host.cloneNode() as HTMLElement;
    host.setAttribute("data-hot-paper", badge.id);
    const button = templates[look].button.cloneNode(true) as HTMLButtonElement;
    button.setAttribute("aria-label", name);
    button.setAttribute("data-heat", `${best.heat}`);
    fill[look](button.firstElementChild as HTMLElement, best, name, badge.quiet);
    const root = host.attachShadow({ mode: "open" });
    root.append(button);
    adoptSheet(root, css);
    return { host, button };
  };
}

function buttonTemplate(document: Document, look: Look): HTMLButtonElement {
  const rank = element(document, "b", { class: "rank" });
  const shape = element(document, "span", { class: "shape" }, rank);
  return element(document, "button", { type: "button", class: look, "aria-expanded": "false" }, shape);
}

/** Icons are characters: one is drawn with its text, an image or a clipped box costs a page of 50 pills 10 ms. No emoji, and in every system's fonts. */
const ICONS: Readonly<Record<Value["kind"] | "posts", string>> = {
  reposts: "⇄",
  likes: "♡",
  posts: "❝",
  comments: "❝",
  points: "↑",
  upvotes: "↑",
};
const THIN_SPACE = "\u2009";
const EN_SPACE = "\u2002";

/**
 * Bars, `3rd`, then figures as icon and compact number, or of several networks each one's mark and first figure: `HF 86`. All in
 * words in the tooltip. The figures are one text: a page of 2,000 pills has that many boxes less for each that a pill goes without.
 */
function fillPill(shape: HTMLElement, best: BadgeEntry, name: string, quiet?: boolean): void {
  shape.title = name; // on the shape, since a title of the button would be read out a second time
  shape.firstElementChild?.append(ordinal(best.rank));
  if (quiet) return;
  const figures: string[] = [];
  const figure = (mark: string, value: number) => figures.push(mark + THIN_SPACE + compact(value));
  const named = isNamed(best.counts);
  for (const counts of best.counts) {
    const all = values(counts);
    if (!named) for (const { kind, value } of all) figure(ICONS[kind], value);
    else {
      const first = all.find(({ kind }) => kind === "likes") ?? all[0];
      if (first) figure(NETWORK_MARKS[counts.network], first.value);
    }
  }
  figure(ICONS.posts, best.posts);
  const made = shape.ownerDocument.createElement("span");
  made.className = "figures";
  made.textContent = figures.join(EN_SPACE);
  shape.append(made);
}

/** `3rd of 11 on 12 Aug 2021 · 288 retweets · 52 favorites · 1 tweet` */
function fillLine(shape: HTMLElement, best: BadgeEntry, _: string, quiet?: boolean): void {
  const document = shape.ownerDocument;
  const words = quiet ? [] : [...figureWords(best.counts), postsWords(best.posts, best.counts)];
  shape.firstElementChild?.append(rankWords(best));
  shape.append(
    ` ${text("badgeDay", shortDate(best.date))}`,
    ...words.flatMap((each) => [element(document, "i", {}, " · "), element(document, "span", {}, each)]),
  );
}
