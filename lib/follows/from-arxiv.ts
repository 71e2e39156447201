/** Following from a page of arXiv, whose scripts may read and write `storage.local`, and nothing of private windows. */
import { browser } from "../browser.ts";
import { type Follow, isFollowed } from "./follow.ts";
import { changeFollows, readFollows } from "./stored-follows.ts";

interface PageFollowActions {
  areFollowed: (what: readonly Follow[]) => Promise<boolean[]>;
  follow: (what: Follow, on: boolean) => Promise<void>;
}

/**
 * What a conversation needs; undefined in private windows, where follows are in `storage.session`, which only pages of ours can reach.
 *
 * @param marked has lists marked from now on
 */
export function pageFollowActions(marked: () => Promise<unknown>): PageFollowActions | undefined {
  if (browser.extension.inIncognitoContext) return undefined;
  return {
    async areFollowed(what) {
      const follows = await readFollows();
      return what.map((follow) => isFollowed(follows, follow));
    },
    async follow(follow, on) {
      await changeFollows([{ follow, on }]);
      if (on) await marked();
    },
  };
}
