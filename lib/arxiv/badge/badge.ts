/** The badge: one button in an open shadow root, made of as few nodes as possible, so that a page of 2,000 stays quick. */
import type { Badge } from "../../messages/messages.ts";
import common from "./badge.css?inline";
import bars from "./bars.css?inline";
import { element } from "../element.ts";
import { hostTemplate } from "./badge-host.ts";
import line from "./line.css?inline";
import pill from "./pill.css?inline";
import { adoptSheet } from "./shared-stylesheet.ts";
import type { Look } from "./badge-slots.ts";

/** A badge that is not in a page yet. */
export interface BadgeParts {
  host: HTMLElement;
  button: HTMLButtonElement;
}

interface Template extends BadgeParts {
  css: string;
}

/** Gives a function that makes badges for one page. */
export function badgeMaker(document: Document): (badge: Badge, look: Look) => BadgeParts {
  const templates: Partial<Record<Look, Template>> = {};
  const fill = { line: fillLine, pill: fillPill };

  return (badge, look) => {
    const { sentence } = badge.words;
    const exact = badge.quiet ? (sentence[0] ?? "") : sentence.join("");
    const template = (templates[look] ??= templateOf(document, look));
    const host = template.host.cloneNode() as HTMLElement;
    host.setAttribute("data-hot-paper", badge.id);
    const button = template.button.cloneNode(true) as HTMLButtonElement;
    button.setAttribute("data-heat", `${badge.heat}`);
    fill[look](button.firstElementChild as HTMLElement, badge, exact);
    button.setAttribute("aria-label", nameOf(button.textContent, exact));
    const root = host.attachShadow({ mode: "open" });
    root.append(button);
    adoptSheet(root, template.css);
    return { host, button };
  };
}

/**
 * A badge's accessible name: the visible words, so that it can be called by them (WCAG 2.5.3), then the exact sentence, unless that
 * begins with the same words. Icons and dots are not read out.
 */
function nameOf(shown: string, exact: string): string {
  const bare = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
  if (bare(exact).startsWith(bare(shown))) return exact;
  return `${shown.replaceAll(/[^\p{L}\p{N}.,]+/gu, " ").trim()} – ${exact}`;
}

function templateOf(document: Document, look: Look): Template {
  const rank = element(document, "b", { class: "rank" });
  const figures = look === "pill" ? element(document, "span", { class: "figures" }) : undefined;
  const shape = element(document, "span", { class: "shape" }, rank, " ", figures);
  return {
    host: hostTemplate(document, look),
    button: element(document, "button", { type: "button", class: look, "aria-expanded": "false" }, shape),
    css: common + bars + (look === "pill" ? pill : line), // parsing the other look's style would be wasted
  };
}

/** Bars, `3rd`, then figures as icon and compact number. All in words in the tooltip. */
function fillPill(shape: HTMLElement, { words, quiet }: Badge, exact: string): void {
  const figures = shape.lastElementChild as HTMLElement;
  shape.title = exact; // on the shape, because a title on the button would be read out twice
  shape.firstElementChild?.append(words.place);
  if (quiet) figures.remove();
  else figures.append(words.figures);
}

/** `3rd of 11 on 12 Aug 2021 · 288 retweets · 52 favorites · 1 tweet` */
function fillLine(shape: HTMLElement, { words, quiet }: Badge): void {
  const document = shape.ownerDocument;
  shape.firstElementChild?.append(words.rank);
  shape.append(
    words.day,
    ...(quiet ? [] : words.sentence.filter((_, at) => at > 0 && at % 2 === 0)).flatMap((each) => [
      element(document, "i", {}, " · "),
      element(document, "span", {}, each),
    ]),
  );
}
