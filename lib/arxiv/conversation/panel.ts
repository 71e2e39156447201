/** The frame of a conversation, shown before its entries are there. */
import type { PaperId } from "../../paper/paper-id.ts";
import { text } from "../../texts/text.ts";
import bars from "../badge/bars.css?inline";
import { element } from "../element.ts";
import { adoptSheet } from "../badge/shared-stylesheet.ts";
import css from "./panel.css?inline";

/** A panel in its place. */
export interface Panel {
  /** The element in the badge's shadow root, with an id that is valid there. */
  host: HTMLElement;
  panel: HTMLElement;
  root: ShadowRoot;
}

/** A panel that says that it is loading, in a closed shadow root: scripts of the page can neither read it nor press its buttons. */
export function createPanel(document: Document, id: PaperId): Panel {
  const host = document.createElement("hot-paper-talk");
  host.id = "talk";
  const root = host.attachShadow({ mode: "closed" });
  const panel = element(
    document,
    "section",
    {
      class: "talk",
      tabindex: "-1", // a click on its text must not leave Escape without effect
      "aria-label": text("conversationLabel", id),
      "aria-busy": "true",
    },
    element(document, "header", {}, element(document, "h2", {}, text("conversationTitle"))),
    element(document, "p", { class: "state" }, text("conversationLoading")),
  );
  root.append(panel);
  adoptSheet(root, bars + css);
  return { host, panel, root };
}

/** Ends loading: what comes now is all there is. */
export function endLoading(panel: HTMLElement): void {
  panel.removeAttribute("aria-busy");
  panel.querySelector(".state")?.remove();
}

/** Says that the contents could not be had: in the worker's words if it said why, for instance that a newer version wrote the index. */
export function showFailure(panel: HTMLElement, error: unknown): void {
  const { code, message } = error as Partial<Record<"code" | "message", string>>;
  const why = (code === "failed" && message) || text("conversationFailed");
  panel.append(element(panel.ownerDocument, "p", { class: "state", role: "alert" }, why));
}

/** Says that a press did not count; once, however often it happens. */
export function showRefusal(panel: HTMLElement): void {
  panel.querySelector(".refused")?.remove();
  const words = element(panel.ownerDocument, "p", { class: "refused", role: "alert" }, text("pressRefused"));
  panel.querySelector("header")?.after(words);
}

/** A badge on a dark page, as in arxiv-hosts.css. */
const ON_DARK = '[data-theme="dark"] *, [data-dark]:not([data-theme="light"] *)';

/** Makes a panel dark if its badge is, and follows that until the signal ends. */
export function followTheme(host: Element, panel: HTMLElement, signal: AbortSignal): void {
  const follow = () => panel.classList.toggle("dark", host.matches(ON_DARK));
  follow();
  const observer = new MutationObserver(follow);
  observer.observe(host.ownerDocument.documentElement, { attributeFilter: ["data-theme"] });
  observer.observe(host, { attributeFilter: ["data-dark"] });
  signal.addEventListener("abort", () => observer.disconnect());
}
