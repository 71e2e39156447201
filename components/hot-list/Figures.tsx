import type { Counts } from "../../lib/digest/digest.ts";
import { type Figure, figures, networkName } from "../../lib/texts/badge-text.ts";
import { number } from "../../lib/texts/format.ts";
import { Icon, type IconName } from "../parts/Icon.tsx";

const ICONS: Record<Figure["kind"], IconName> = {
  reposts: "repost",
  likes: "like",
  points: "up",
  upvotes: "up",
  comments: "post",
};

/** The figures as the digest printed them, under the network's own names; one group for each network, never added up. */
export function Figures({ counts }: { counts: readonly Counts[] }) {
  const named = counts.length > 1 || counts.some(({ network }) => network !== "twitter");
  return (
    <>
      {counts.map((each) => (
        <span key={each.network} class="figures">
          {named && <span>{networkName(each.network)}</span>}
          {figures(each).map(({ kind, value, words }) => (
            <span key={kind} class="figure" title={words}>
              <Icon name={ICONS[kind]} />
              <ShortFigure value={value} words={words} />
            </span>
          ))}
        </span>
      ))}
    </>
  );
}

/** Shows the number alone, and has the network's word before or behind it for screen readers: "3,135 retweets". */
function ShortFigure({ value, words }: Pick<Figure, "value" | "words">) {
  const shown = number(value);
  const at = words.indexOf(shown);
  const before = at < 0 ? words : words.slice(0, at);
  const behind = at < 0 ? "" : words.slice(at + shown.length);
  return (
    <>
      {before && <span class="unseen">{before}</span>}
      <span aria-hidden={at < 0}>{shown}</span>
      {behind && <span class="unseen">{behind}</span>}
    </>
  );
}
