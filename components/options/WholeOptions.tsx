import type { JumpKeySettings } from "../../lib/settings/jump-keys.ts";
import { FeedsSection } from "../feeds/FeedsSection.tsx";
import { MarksSection } from "../marks/MarksSection.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { DaySection } from "./DaySection.tsx";
import { JumpKeys } from "./JumpKeys.tsx";
import type { ShownParts } from "./options-parts.ts";
import { OptionsPage } from "./OptionsPage.tsx";
import { OwnDataFile } from "./OwnDataFile.tsx";
import { PopupKey } from "./PopupKey.tsx";
import { PrivateWindows } from "./PrivateWindows.tsx";

export interface WholeOptionsProps {
  parts: ShownParts;
  /** The extension's own. */
  version: string;
  onKeys: (keys: JumpKeySettings) => void;
  onDayChange: (hour: number | undefined) => void;
  /** Opens the browser's page of keys. */
  onOpenShortcuts: () => void;
  /** Opens the browser's page about this extension; absent if it does not let us open that. */
  onOpenSettings: (() => void) | undefined;
  makeReport: () => Promise<string>;
  copyReport: (report: string) => Promise<void>;
}

/** With arXiv's categories, which the rest of the page can do without. */
const loadFollows = () => import("../follows/FollowsSection.tsx");

/** Both are below what is seen first. */
const loadOpml = () => import("../feeds/OpmlFeeds.tsx");
const loadReport = () => import("./ReportSection.tsx");

/** The options page with all its sections, some of which have wiring of their own. */
export function WholeOptions({ parts, version, ...props }: WholeOptionsProps) {
  const [model, actions] = parts.options;
  const [feeds, feedsActions] = parts.feeds;
  const [opml, opmlActions] = parts.opml;
  const [marks, marksActions] = parts.marks;
  const [ownData, ownDataActions] = parts.ownData;
  const follows = useLoaded(loadFollows, true);
  const lists = useLoaded(loadOpml, true);
  const report = useLoaded(loadReport, true);
  return (
    <OptionsPage
      model={model}
      version={version}
      changedPages={parts.changedPages ?? []}
      whole={feeds.status !== undefined || feeds.trouble !== undefined}
      day={<DaySection dayChange={parts.dayChange} onChange={props.onDayChange} />}
      feeds={
        <FeedsSection model={feeds} {...feedsActions}>
          {lists && <lists.OpmlFeeds model={opml} {...opmlActions} />}
        </FeedsSection>
      }
      keys={
        <JumpKeys keys={parts.jumpKeys} onChange={props.onKeys}>
          {parts.popupShortcut !== null && (
            <PopupKey popupKey={parts.popupShortcut} onOpenSettings={props.onOpenShortcuts} />
          )}
        </JumpKeys>
      }
      ownData={<OwnDataFile model={ownData} {...ownDataActions} />}
      marks={
        <>
          {follows && parts.follows && (
            <follows.FollowsSection follows={parts.follows[0]} {...parts.follows[1]} />
          )}
          <MarksSection data={marks} {...marksActions} />
        </>
      }
      end={
        <>
          <PrivateWindows allowed={parts.allowedInPrivate} onOpenSettings={props.onOpenSettings} />
          {report && <report.ReportSection makeReport={props.makeReport} copy={props.copyReport} />}
        </>
      }
      {...actions}
    />
  );
}
