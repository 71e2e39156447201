import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { FollowKind } from "../../lib/follows/follow.ts";
import type { HotListActions, HotListState } from "../../lib/hot-list/state/hot-list-state.ts";
import { text } from "../../lib/texts/text.ts";

interface FollowableList {
  following?: HotListState["following"];
  follow: HotListActions["follow"];
}

/** What is followed, and the way to change it; absent if nothing can be followed. */
export const ListFollowing = createContext<FollowableList | undefined>(undefined);

interface FollowButtonProps {
  kind: FollowKind;
  name: string;
  children: ComponentChildren;
}

/** A name or a category of a paper: a press follows it, the next one unfollows it. */
export function FollowButton({ kind, name, children }: FollowButtonProps) {
  const list = useContext(ListFollowing);
  if (!list) return <span>{children}</span>;
  const follow = { kind, text: name };
  const on = list.following?.isFollowed(follow) ?? false;
  return (
    <button
      type="button"
      class="follow"
      aria-pressed={on}
      title={text(on ? "followsStopName" : "followsStart", name)}
      onClick={() => list.follow(follow, !on)}
    >
      {children}
    </button>
  );
}
