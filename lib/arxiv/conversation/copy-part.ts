/** Buttons that copy the paper as link, Markdown or BibTeX. */
import type { ConversationEntry } from "../../messages/messages.ts";
import { bibtex, markdownLink } from "../../paper/citation.ts";
import { absUrl } from "../../paper/links.ts";
import { text } from "../../texts/text.ts";
import { element } from "../element.ts";
import { listen } from "../trusted.ts";

/** A line of buttons with a live message on the result of the last press. */
export function copyPart(document: Document, entry: ConversationEntry): HTMLElement {
  const status = element(document, "span", { role: "status" });
  const button = (words: string, content: () => string) => {
    const made = element(document, "button", { type: "button", class: "link" }, words);
    listen(made, "click", async () => {
      status.textContent = await copy(content());
    });
    return made;
  };
  return element(
    document,
    "p",
    {},
    text("conversationCopy"),
    button(text("conversationCopyLink"), () => absUrl(entry.id)),
    button(text("conversationCopyMarkdown"), () => markdownLink(entry)),
    button(text("conversationCopyBibtex"), () => bibtex(entry)),
    status,
  );
}

/** Copies, and gives the message on the result. */
async function copy(content: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(content);
    return text("conversationCopied");
  } catch {
    return text("conversationNotCopied");
  }
}
