/** What the options page is made of: parts that are read one by one, shown together. */
import type { JumpKeySettings } from "../../lib/settings/jump-keys.ts";
import type { FeedsActions, FeedsModel } from "../feeds/feeds-model.ts";
import type { OpmlActions, OpmlModel } from "../feeds/opml-model.ts";
import type { Follow, Follows } from "../../lib/follows/follow.ts";
import type { MarksData, MarksDataActions } from "../marks/marks-data.ts";
import type { OwnDataActions, OwnDataModel } from "./own-data-model.ts";
import type { OptionsActions, OptionsModel } from "./options-model.ts";

export interface FollowActions {
  onFollow: (follows: readonly Follow[]) => void;
  onUnfollow: (follow: Follow) => void;
}

/** Each is absent until it has been read. */
export interface OptionsParts {
  options?: [OptionsModel, OptionsActions];
  feeds?: [FeedsModel, FeedsActions];
  opml?: [OpmlModel, OpmlActions];
  marks?: [MarksData, MarksDataActions];
  follows?: [Follows, FollowActions];
  ownData?: [OwnDataModel, OwnDataActions];
  jumpKeys?: JumpKeySettings;
  dayChange?: { hour: number | undefined };
  changedPages?: readonly string[];
  /** The key that opens the popup. */
  /** Null if the browser has no keys. */
  popupShortcut?: string | null;
  allowedInPrivate?: boolean;
}

/** Including what the page cannot do without. */
export type ShownParts = OptionsParts &
  Required<Pick<OptionsParts, "options" | "feeds" | "opml" | "marks" | "ownData">>;

/** How long the page waits for its upper half, in ms. */
const PATIENCE = 500;

/**
 * Returns what takes parts. Nothing that is shown may move, so the page waits for what its upper half says. That takes some ms, and the
 * wait has a limit.
 *
 * @param onParts called with all parts as soon as the page can begin, and with each change
 */
export function createOptionsParts(
  onParts: (parts: ShownParts) => void,
): (change: Partial<OptionsParts>) => void {
  let parts: OptionsParts = {};
  let waited = false;
  const show = () => {
    const { options, feeds, opml, marks, ownData } = parts;
    if (options && feeds && opml && marks && ownData && (waited || isUpperHalfRead(options[0], parts)))
      onParts({ ...parts, options, feeds, opml, marks, ownData });
  };
  setTimeout(() => {
    waited = true;
    show();
  }, PATIENCE);
  return (change) => {
    parts = { ...parts, ...change };
    show();
  };
}

const isUpperHalfRead = (
  { settings, access }: OptionsModel,
  { changedPages, jumpKeys, dayChange, popupShortcut, allowedInPrivate }: OptionsParts,
): boolean =>
  [settings, access, changedPages, jumpKeys, dayChange, popupShortcut, allowedInPrivate].every(
    (part) => part !== undefined,
  );
