import { list, number } from "../../lib/texts/format.ts";
import { sentences } from "../../lib/texts/sentences.ts";
import { plural, text } from "../../lib/texts/text.ts";
import type { OwnDataReport } from "./add-own-data.ts";
import { countedMarks } from "./counted-marks.ts";

/** What was added of a file and what was there already, a sentence for each kind, then what went wrong. */
export function OwnDataWords({ report }: { report: OwnDataReport }) {
  const { digests, feeds, marks, follows, settings, problems, failures } = report;
  const done = [
    digests && added(plural("ownDataDigests", digests.added, number(digests.added)), digests.there),
    feeds &&
      sentences(
        added(plural("ownDataFeeds", feeds.added, number(feeds.added)), feeds.there),
        feeds.left > 0 ? plural("ownDataFeedsLeft", feeds.left, number(feeds.left)) : undefined,
      ),
    marks && marksAdded(marks),
    follows && added(plural("ownDataFollows", follows.added, number(follows.added)), follows.there),
    settings && text("ownDataSettingsTaken"),
  ];
  const wrong = [...problems, ...failures.map((why) => text("ownDataFailed", why))];
  return (
    <ul>
      {[...done, ...wrong]
        .filter((sentence) => sentence !== undefined)
        .map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
    </ul>
  );
}

const added = (what: string, there: number) => text("ownDataAdded", what, number(there));

function marksAdded({ there, unreadable, ...marks }: NonNullable<OwnDataReport["marks"]>): string {
  const counted = countedMarks(marks);
  return sentences(
    added(counted.length > 0 ? list(counted) : plural("ownDataSaved", 0, number(0)), there),
    unreadable > 0 ? plural("marksUnreadable", unreadable, number(unreadable)) : undefined,
  );
}
