import type { ComponentChildren } from "preact";
import type { IndexStatus } from "../../lib/messages/messages.ts";
import type { OptionsModel } from "../../lib/reader/options-model.ts";
import { date as dayWords, number } from "../../lib/texts/format.ts";
import { fileSize } from "../../lib/texts/quantity.ts";
import { text } from "../../lib/texts/text.ts";
import { Progress } from "../parts/Progress.tsx";
import { DeleteEverything } from "./DeleteEverything.tsx";
import "./index-section.css";

interface IndexSectionProps {
  /** Absent until the worker has told. */
  status: IndexStatus | undefined;
  busy: OptionsModel["busy"];
  onDelete: () => void;
  onRestore: () => void;
}

/** What is in the index, and how to empty and fill it. */
export function IndexSection({ status, busy, onDelete, onRestore }: IndexSectionProps) {
  const restorable = status?.archive === "deleted" || status?.archive === "failed";
  return (
    <section aria-labelledby="index">
      <h2 id="index">{text("optionsIndex")}</h2>
      <dl>
        <Fact name={text("optionsArchive")}>{status && <ArchiveWords status={status} />}</Fact>
        <Fact name={text("optionsDigests")}>{status && number(status.digests)}</Fact>
        <Fact name={text("optionsPapers")}>{status && number(status.papers)}</Fact>
        <Fact name={text("optionsNewest")}>{status && (status.newest ? dayWords(status.newest) : "–")}</Fact>
        <Fact name={text("optionsOldest")}>{status && (status.oldest ? dayWords(status.oldest) : "–")}</Fact>
        <Fact name={text("optionsSize")}>{status && fileSize(status.bytes)}</Fact>
      </dl>
      <div class="index-actions">
        <DeleteEverything
          empty={status?.digests === 0 && status.archive !== "importing"}
          deleting={busy === "deleting"}
          onDelete={onDelete}
        />
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

function ArchiveWords({ status: { archive, progress, failure } }: { status: IndexStatus }) {
  switch (archive) {
    case "whole":
      return <>{text("optionsArchiveWhole")}</>;
    case "deleted":
      return <>{text("optionsArchiveDeleted")}</>;
    case "failed":
      return <>{text("optionsArchiveFailed", failure ?? "")}</>;
    default:
      return <Progress value={progress} label={text("popupArchiveComing")} />;
  }
}
