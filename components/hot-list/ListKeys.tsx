import { useContext, useEffect, useState } from "preact/hooks";
import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import type { MarkKind } from "../../lib/marks/marks.ts";
import { text, type TextKey } from "../../lib/texts/text.ts";
import { useSaid } from "../export/use-said.ts";
import { useLoaded } from "../parts/use-loaded.ts";
import { pressKey } from "./list-keys.ts";
import { PaperLinks } from "./paper-links.ts";
import "./list-keys.css";

interface ListKeysProps {
  /** The papers on show. */
  papers: readonly ShownPaper[];
  /** Opens the search; absent if there is none. */
  onSearch?: () => void;
}

const loadHelp = () => import("./KeysHelp.tsx");

/** Listens for the list's keys, shows which there are, and says what a key did if nothing else shows it. */
export function ListKeys({ papers, onSearch }: ListKeysProps) {
  const [isHelpOpen, setHelp] = useState(false);
  const help = useLoaded(loadHelp, isHelpOpen);
  const [said, setSaid] = useSaid<TextKey>();
  const beside = useContext(PaperLinks);

  useEffect(() => {
    async function bibtex(id: string) {
      const shown = beside?.kind === "paper" && beside.id === id ? beside.newest : undefined;
      const paper = papers.find((each) => each.id === id) ?? shown;
      if (!paper) return;
      try {
        const { paperAs } = await import("../../lib/export/formats.ts");
        await navigator.clipboard.writeText(paperAs("bibtex", paper));
        setSaid("keysBibtexCopied");
      } catch {
        setSaid("conversationNotCopied");
      }
    }
    const actions = {
      search: onSearch,
      help: () => setHelp(true),
      bibtex: (id: string) => void bibtex(id),
      already: (kind: MarkKind) => setSaid(`keysAlready_${kind}`),
    };
    const listen = (event: KeyboardEvent) => {
      if (pressKey(event, actions)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  });

  return (
    <>
      {help && isHelpOpen && <help.KeysHelp onClose={() => setHelp(false)} />}
      <output class="keys-said">{said && text(said)}</output>
    </>
  );
}
