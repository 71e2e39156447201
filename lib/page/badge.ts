/** The badge: one button in an open shadow root, made of as few nodes as can be, so that a page of 2,000 stays quick. */
import type { Badge } from "../messages/messages.ts";
import common from "./badge.css?inline";
import { element } from "./element.ts";
import { hostTemplate } from "./host.ts";
import line from "./line.css?inline";
import pill from "./pill.css?inline";
import { adoptSheet } from "./sheet.ts";
import type { Look } from "./spots.ts";

/** A badge that stands in no page yet. */
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
    const name = badge.quiet ? (sentence[0] ?? "") : sentence.join("");
    const template = (templates[look] ??= templateOf(document, look));
    const host = template.host.cloneNode() as HTMLElement;
    host.setAttribute("data-hot-paper", badge.id);
    const button = template.button.cloneNode(true) as HTMLButtonElement;
    button.setAttribute("aria-label", name);
    button.setAttribute("data-heat", `${badge.heat}`);
    fill[look](button.firstElementChild as HTMLElement, badge, name);
    const root = host.attachShadow({ mode: "open" });
    root.append(button);
    adoptSheet(root, template.css);
    return { host, button };
  };
}

function templateOf(document: Document, look: Look): Template {
  const rank = element(document, "b", { class: "rank" });
  const figures = look === "pill" ? element(document, "span", { class: "figures" }) : undefined;
  const shape = element(document, "span", { class: "shape" }, rank, figures);
  return {
    host: hostTemplate(document, look),
    button: element(document, "button", { type: "button", class: look, "aria-expanded": "false" }, shape),
    css: common + { line, pill }[look], // the style of the other look would be parsed for nothing
  };
}

/** Bars, `3rd`, then figures as icon and compact number. All in words in the tooltip. */
function fillPill(shape: HTMLElement, { words, quiet }: Badge, name: string): void {
  const figures = shape.lastElementChild as HTMLElement;
  shape.title = name; // on the shape, since a title of the button would be read out a second time
  shape.firstElementChild?.append(words.place);
  if (quiet) figures.remove();
  else figures.append(words.figures);
}

/** `3rd of 11 on 12 Aug 2021 · 288 retweets · 52 favorites · 1 tweet` */
function fillLine(shape: HTMLElement, { words, quiet }: Badge): void {
  const document = shape.ownerDocument;
  shape.firstElementChild?.append(words.rank);
  shape.append(
    ` ${words.day}`,
    ...(quiet ? [] : words.sentence.filter((_, at) => at > 0 && at % 2 === 0)).flatMap((each) => [
      element(document, "i", {}, " · "),
      element(document, "span", {}, each),
    ]),
  );
}
