/** "Load the texts": what people said, if that is missing. Whole months are fetched, and only after the press that says so. */
import { plainError } from "../../texts/plain-error.ts";
import { text } from "../../texts/text.ts";
import { element } from "../element.ts";
import { listen } from "../trusted.ts";

/**
 * @param load fetches the texts and shows them; false if some are still missing. Rejects with the reason in plain words
 */
export function textsPart(document: Document, load: () => Promise<boolean>): HTMLElement {
  const button = element(document, "button", { type: "button", class: "press" }, text("loadTexts"));
  const hint = element(document, "p", {}, text("loadTextsHint"));
  const state = element(document, "p", { role: "status" });
  const part = element(document, "section", { class: "texts" }, button, hint, state);
  listen(button, "click", async () => {
    if (button.ariaDisabled === "true") return;
    button.ariaDisabled = "true";
    button.textContent = text("loadTextsBusy");
    state.textContent = "";
    try {
      const all = await load();
      const focused = (part.getRootNode() as ShadowRoot).activeElement === button;
      hint.remove();
      button.remove();
      state.textContent = text(all ? "loadTextsDone" : "loadTextsMissing");
      if (focused) part.closest<HTMLElement>(".talk")?.focus({ preventScroll: true });
    } catch (error) {
      state.textContent = plainError(error);
      button.ariaDisabled = null;
      button.textContent = text("loadTexts");
    }
  });
  return part;
}
