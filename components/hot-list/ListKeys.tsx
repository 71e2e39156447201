import { useEffect, useRef } from "preact/hooks";
import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import { text } from "../../lib/texts/text.ts";
import { useSaid } from "../export/use-said.ts";
import { KeysHelp } from "./KeysHelp.tsx";
import { pressKey } from "./list-keys.ts";
import "./list-keys.css";

interface ListKeysProps {
  /** The papers on show. */
  papers: readonly ShownPaper[];
  /** Opens the search; absent where there is none. */
  onSearch?: () => void;
}

/** Listens to the keys of the list, shows what they are, and says what came of those that nothing else answers. */
export function ListKeys({ papers, onSearch }: ListKeysProps) {
  const help = useRef<HTMLDialogElement>(null);
  const [copied, setCopied] = useSaid<boolean>();

  useEffect(() => {
    async function bibtex(id: string) {
      const paper = papers.find((each) => each.id === id);
      if (!paper) return;
      try {
        const { paperAs } = await import("../../lib/export/formats.ts");
        await navigator.clipboard.writeText(paperAs("bibtex", paper));
        setCopied(true);
      } catch {
        setCopied(false);
      }
    }
    const actions = {
      search: onSearch,
      help: () => help.current?.showModal(),
      bibtex: (id: string) => void bibtex(id),
    };
    const listen = (event: KeyboardEvent) => {
      if (pressKey(event, actions)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  });

  return (
    <>
      <KeysHelp dialogRef={help} />
      <output class="keys-said">
        {copied !== undefined && text(copied ? "keysBibtexCopied" : "conversationNotCopied")}
      </output>
    </>
  );
}
