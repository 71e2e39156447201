import type { ComponentChildren } from "preact";
import type { BundledState } from "../../lib/settings/bundled-state.ts";
import type { IndexStatus } from "../../lib/messages/messages.ts";
import type { OptionsModel } from "./options-model.ts";
import { date as dayWords, number } from "../../lib/texts/format.ts";
import { fileSize } from "../../lib/texts/quantity.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { Progress } from "../parts/Progress.tsx";
import { DeleteEverything } from "./DeleteEverything.tsx";
import "./index-section.css";

interface IndexSectionProps {
  /** Absent until the worker has told. */
  status: IndexStatus | undefined;
  /** How the bundled digests are; absent until it is known. */
  archive: BundledState | undefined;
  busy: OptionsModel["busy"];
  onDelete: (all: boolean) => void;
  onExport: () => void;
  onRestore: () => void;
  /** Own data from a file, which has wiring of its own. */
  ownData?: ComponentChildren;
}

/** What is in the index, and how to empty and fill it. */
export function IndexSection({
  status,
  archive,
  busy,
  onDelete,
  onExport,
  onRestore,
  ownData,
}: IndexSectionProps) {
  const damaged = status?.damaged ?? 0;
  const restorable = archive?.state === "deleted" || archive?.state === "failed" || damaged > 0;
  return (
    <section aria-labelledby="index">
      <h2 id="index">{text("optionsIndex")}</h2>
      <dl>
        <Fact name={text("optionsArchive")}>{archive && <FullTexts archive={archive} />}</Fact>
        <Fact name={text("optionsDigests")}>{status && number(status.digests)}</Fact>
        <Fact name={text("optionsPapers")}>{status && number(status.papers)}</Fact>
        <Fact name={text("optionsNewest")}>{status && (status.newest ? dayWords(status.newest) : "–")}</Fact>
        <Fact name={text("optionsOldest")}>{status && (status.oldest ? dayWords(status.oldest) : "–")}</Fact>
        <Fact name={text("optionsSize")}>{status && fileSize(status.bytes)}</Fact>
      </dl>
      {damaged > 0 && (
        <p>
          <output>{plural("optionsDamaged", damaged, number(damaged))}</output>
        </p>
      )}
      <p>{text("optionsExportText")}</p>
      <div class="index-actions">
        <button
          type="button"
          class="button"
          aria-disabled={busy !== undefined}
          onClick={() => {
            if (!busy) onExport();
          }}
        >
          {text("optionsExport")}
        </button>
        {ownData}
        <DeleteEverything deleting={busy === "deleting"} onDelete={onDelete} />
        <button
          type="button"
          class="button"
          aria-disabled={!restorable || busy !== undefined}
          onClick={() => {
            if (restorable && !busy) onRestore();
          }}
        >
          {text(busy === "restoring" ? "optionsRestoring" : "optionsRestore")}
        </button>
      </div>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children ?? "…"}</dd>
    </div>
  );
}

function FullTexts({ archive }: { archive: BundledState }) {
  switch (archive.state) {
    case "whole":
      return <>{text("optionsArchiveWhole")}</>;
    case "deleted":
      return <>{text("optionsArchiveDeleted")}</>;
    case "failed":
      return <>{text("optionsArchiveFailed", archive.failure ?? "")}</>;
    default:
      return <Progress value={archive.progress} label={text("popupArchiveComing")} />;
  }
}
