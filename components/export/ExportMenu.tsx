import type { ExportList } from "../../lib/export/export-paper.ts";
import { FILES, LIST_FORMATS, type ListFormat } from "../../lib/export/format-names.ts";
import { number } from "../../lib/texts/format.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { useState } from "preact/hooks";
import { Icon } from "../parts/Icon.tsx";
import { Popover } from "../parts/Popover.tsx";
import { saveFile } from "./save-file.ts";
import { useSaid } from "./use-said.ts";
import "./export.css";
import { plainError } from "../../lib/texts/plain-error.ts";

interface ExportMenuProps {
  /** The list on show; asked for when a button is pressed. */
  list: () => Promise<ExportList>;
  /** How many papers it has. */
  count: number;
  /** Name of the file without its ending: `hot-papers-2021-08-12`. */
  fileName: string;
  /** The page of this list on the web, asked for when the menu opens; absent for lists that cannot have one. */
  webPage?: (() => Promise<string | undefined>) | undefined;
  /** Gives a file to the browser; tests replace it. */
  onSave?: typeof saveFile;
}

/** What the formats call themselves, in every language. */
const NAMES: Record<ListFormat, string> = {
  bibtex: "BibTeX",
  ris: "RIS",
  markdown: "Markdown",
  csv: "CSV",
  json: "JSON",
  html: "HTML",
};

/** Exports the list on show: to a file or the clipboard. */
export function ExportMenu({ list, count, fileName, webPage, onSave = saveFile }: ExportMenuProps) {
  const [link, setLink] = useState<string>();
  const look = async () => setLink(await webPage?.().catch(() => undefined));
  const [said, setSaid] = useSaid<string>();
  /** Does what a press asks for, and says how it went. */
  async function attempt(work: () => Promise<unknown>, done: string) {
    try {
      await work();
      setSaid(done);
    } catch (error) {
      setSaid(text("exportFailed", plainError(error)));
    }
  }
  const take = (format: ListFormat, give: (content: string) => unknown, done: string) =>
    void attempt(async () => {
      const { listAs } = await import("../../lib/export/formats.ts");
      await give(listAs(format, await list()));
    }, done);
  return (
    <Popover
      id="export"
      label={text("exportTitle")}
      buttonClass="square quiet export-button"
      button={<Icon name="export" />}
      onOpen={() => void look()}
    >
      <p>{plural("exportPapers", count, number(count))}</p>
      <ShareButtons
        list={list}
        link={link}
        onPress={(work) => void attempt(work, text("conversationCopied"))}
      />
      <ul class="export">
        {LIST_FORMATS.map((format) => {
          const { ending, type } = FILES[format];
          const name = `${fileName}.${ending}`;
          return (
            <li key={format}>
              <span>{NAMES[format]}</span>
              <button
                type="button"
                class="button"
                aria-label={text("exportFileOf", NAMES[format])}
                onClick={() =>
                  take(format, (content) => onSave(name, type, content), text("exportSaved", name))
                }
              >
                {text("exportFile")}
              </button>
              <button
                type="button"
                class="button"
                aria-label={text("copyOf", NAMES[format])}
                onClick={() =>
                  take(
                    format,
                    (content) => navigator.clipboard.writeText(content),
                    text("conversationCopied"),
                  )
                }
              >
                {text("conversationCopy")}
              </button>
            </li>
          );
        })}
      </ul>
      <output class="export-said">{said}</output>
    </Popover>
  );
}

interface ShareButtonsProps extends Pick<ExportMenuProps, "list"> {
  /** Address of the list on the web. */
  link: string | undefined;
  onPress: (work: () => Promise<unknown>) => void;
}

/** Copies the list for people to read, or its address. */
function ShareButtons({ list, link, onPress }: ShareButtonsProps) {
  const share = async () => {
    const { copyList } = await import("./copy-list.ts");
    await copyList(await list());
  };
  return (
    <p class="export-share">
      <button type="button" class="button" onClick={() => onPress(share)}>
        {text("exportCopyList")}
      </button>
      {link !== undefined && (
        <button
          type="button"
          class="button"
          onClick={() => onPress(() => navigator.clipboard.writeText(link))}
        >
          {text("exportCopyLink")}
        </button>
      )}
    </p>
  );
}
