import type { ExportPaper } from "../../lib/export/export-paper.ts";
import { PAPER_FORMATS, type PaperFormat } from "../../lib/export/format-names.ts";
import { text, type TextKey } from "../../lib/texts/text.ts";
import { Icon } from "../parts/Icon.tsx";
import { Menu } from "../parts/Menu.tsx";
import { useSaid } from "./use-said.ts";

const NAMES = {
  link: "conversationCopyLink",
  markdown: "conversationCopyMarkdown",
  bibtex: "conversationCopyBibtex",
} as const satisfies Record<PaperFormat, TextKey>;

/** Copies a paper as a link, Markdown or BibTeX. The result is said to screen readers and shown in the button. */
export function CopyMenu({ paper }: { paper: ExportPaper }) {
  const [copied, setCopied] = useSaid<boolean>();
  async function copy(format: PaperFormat) {
    try {
      const { paperAs } = await import("../../lib/export/formats.ts");
      await navigator.clipboard.writeText(paperAs(format, paper));
      setCopied(true);
    } catch {
      setCopied(false);
    }
  }
  return (
    <span class="copy-menu">
      <Menu
        label={text("copyOf", paper.title)}
        title={text("conversationCopy")}
        items={PAPER_FORMATS.map((format) => ({
          words: text(NAMES[format]),
          onPick: () => void copy(format),
        }))}
      >
        <Icon name={copied ? "check" : "copy"} />
      </Menu>
      <output class={copied === false ? "failed" : "unseen"}>
        {copied !== undefined && text(copied ? "conversationCopied" : "conversationNotCopied")}
      </output>
    </span>
  );
}
