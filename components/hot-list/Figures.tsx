import { type Figure, figures } from "../../lib/texts/badge-text.ts";
import { number } from "../../lib/texts/format.ts";
import { isTwitterAlone, type NetworkChip, networkChips } from "../../lib/texts/network-chips.ts";
import { OutsideLink } from "../parts/OutsideLink.tsx";
import { Icon, type IconName } from "../parts/Icon.tsx";
import "./figures.css";

const ICONS: Record<Figure["kind"], IconName> = {
  reposts: "repost",
  likes: "like",
  points: "up",
  upvotes: "up",
  comments: "post",
};

type FiguresProps = Parameters<typeof networkChips>[0];

/** The figures as the digest printed them: only those of the archive's network, or a chip for each network, never added up. */
export function Figures(known: FiguresProps) {
  if (isTwitterAlone(known)) {
    return known.counts.map((counts) => (
      <span key={counts.network} class="figures">
        {figures(counts).map(({ kind, value, words }) => (
          <span key={kind} class="figure" title={words}>
            <Icon name={ICONS[kind]} />
            <ShortFigure value={value} words={words} />
          </span>
        ))}
      </span>
    ));
  }
  return networkChips(known).map((chip) => <NetworkFigures key={chip.network} chip={chip} />);
}

/** A network's chip; with figures it leads to where people talk about the paper there. */
function NetworkFigures({ chip: { mark, name, state, words, rank, hint, url } }: { chip: NetworkChip }) {
  const parts = (
    <>
      <abbr aria-hidden="true">{mark}</abbr>
      <span class="unseen">{state === "known" ? `${name}: ` : hint}</span>
      {rank !== undefined && <b>{rank} </b>}
      <span aria-hidden={state !== "known"}>{words}</span>
    </>
  );
  const look = { class: `network ${state}`, title: hint };
  return url === undefined ? (
    <span {...look}>{parts}</span>
  ) : (
    <OutsideLink href={url} {...look}>
      {parts}
    </OutsideLink>
  );
}

/** Shows only the number; screen readers get the network's word before or after it: "3,135 retweets". */
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
