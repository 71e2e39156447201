import type { FeedsStatus } from "../../lib/messages/messages.ts";
import { number } from "../../lib/texts/format.ts";
import { sentences } from "../../lib/texts/sentences.ts";
import { text } from "../../lib/texts/text.ts";
import { Switch } from "../options/Switch.tsx";
import { Progress } from "../parts/Progress.tsx";

interface FullTextsProps {
  archive: FeedsStatus["archive"];
  onSwitch: (on: boolean) => void;
}

/** Whether the archive's abstracts and texts are fetched, and how far that has come. */
export function FullTexts({ archive, onSwitch }: FullTextsProps) {
  const coming = archive.on && archive.have < archive.days;
  const have = text("feedsArchiveHave", number(archive.have), number(archive.days));
  return (
    <div class="archive-words">
      <Switch
        label={text("feedsArchive")}
        hint={text("feedsArchiveHint")}
        on={archive.on}
        onSwitch={onSwitch}
      />
      {archive.on && (
        <div class="archive-words-state">
          {coming && <Progress value={archive.have / archive.days} label={have} />}
          <p>{have}</p>
          {archive.problem && (
            <p class="feed-state warn">{sentences(archive.problem.text, archive.problem.advice)}</p>
          )}
        </div>
      )}
    </div>
  );
}
