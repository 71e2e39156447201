/** The badge: one button in an open shadow root, cloned from a template, so that a page of 2,000 stays quick. */
import type { Badge, BadgeEntry } from "../messages/messages.ts";
import { badgeName, type Figure, figures, postsWords, rankWords } from "../texts/badge-text.ts";
import { compact, ordinal, shortDate } from "../texts/format.ts";
import { text } from "../texts/text.ts";
import css from "./badge.css?inline";
import { element } from "./element.ts";
import { createHost } from "./host.ts";
import { bars, icon, type IconName } from "./icons.ts";
import { adoptSheet } from "./sheet.ts";
import type { Look } from "./spots.ts";

/** A badge that stands in no page yet. */
export interface BadgeParts {
  host: HTMLElement;
  root: ShadowRoot;
  button: HTMLButtonElement;
}

const ICONS: Record<Figure["kind"], IconName> = {
  reposts: "repost",
  likes: "like",
  points: "up",
  upvotes: "up",
  comments: "post",
};

/** Gives a function that makes badges for one page. A paper in several digests shows its best rank. */
export function badgeMaker(document: Document): (badge: Badge, look: Look) => BadgeParts {
  const templates = { line: template(document, "line"), pill: template(document, "pill") };
  const figureTemplates = new Map<IconName, HTMLElement>();

  const figure = (name: IconName, value: number): HTMLElement => {
    const known =
      figureTemplates.get(name) ?? element(document, "span", { class: "figure" }, icon(document, name), "");
    figureTemplates.set(name, known);
    const made = known.cloneNode(true) as HTMLElement;
    made.append(compact(value));
    return made;
  };
  const fill = {
    line: (shape: Element, best: BadgeEntry) => fillLine(document, shape, best),
    pill: fillPill,
  };
  function fillPill(shape: Element, best: BadgeEntry): void {
    shape.append(element(document, "b", {}, ordinal(best.rank)));
    for (const { kind, value } of figuresShown(best)) shape.append(figure(ICONS[kind], value));
    shape.append(figure("post", best.posts));
  }

  return (badge, look) => {
    const best = badge.entries[0];
    if (!best) throw new Error(`a badge without entries: ${badge.id}`);
    const name = badgeName(best);
    const host = createHost(document, badge.id, look);
    const root = host.attachShadow({ mode: "open" });
    const button = templates[look].cloneNode(true) as HTMLButtonElement;
    const shape = button.firstElementChild as HTMLElement;
    button.setAttribute("aria-label", name);
    button.dataset["heat"] = `${best.heat}`;
    // On the shape, not the button: there it would be read out a second time.
    if (look === "pill") shape.title = name;
    fill[look](shape, best);
    root.append(button);
    adoptSheet(root, css);
    return { host, root, button };
  };
}

function template(document: Document, look: Look): HTMLButtonElement {
  return element(
    document,
    "button",
    { type: "button", class: look, "aria-expanded": "false" },
    element(document, "span", { class: "shape" }, bars(document)),
  );
}

/** Figures of one network: those of different networks are never shown as if they were one. */
function figuresShown({ counts }: BadgeEntry): Figure[] {
  return counts[0] ? figures(counts[0]) : [];
}

/** `3rd of 11 on 12 Aug 2021 · 288 retweets · 52 favorites · 1 tweet` */
function fillLine(document: Document, shape: Element, best: BadgeEntry): void {
  const words = [...figuresShown(best).map((figure) => figure.words), postsWords(best.posts, best.counts)];
  shape.append(
    element(document, "b", {}, rankWords(best)),
    ` ${text("badgeDay", shortDate(best.date))}`,
    ...words.flatMap((each) => [element(document, "i", {}, " · "), element(document, "span", {}, each)]),
    icon(document, "more"),
  );
}
