import { ageOf } from "../../lib/hot-list/freshness.ts";
import type { ListView } from "../../lib/hot-list/hot-list-view.ts";
import { periodHash } from "../../lib/hot-list/target.ts";
import { shortDate } from "../../lib/texts/format.ts";
import { age as ageWords } from "../../lib/texts/quantity.ts";
import { text } from "../../lib/texts/text.ts";
import "./latest.css";

interface LatestProps {
  view: ListView;
  /** The category that the address names: it stays. */
  category: string | undefined;
  /** `YYYY-MM-DD` */
  today: string;
}

/** The newest digest's date, always on show, with its age if it is old; a link to it from everywhere else. */
export function Latest({ view: { newest, list }, category, today }: LatestProps) {
  const age = ageOf(newest, today);
  const words = age
    ? text("popupLatestOld", shortDate(newest), ageWords(age.value, age.unit))
    : text("popupLatest", shortDate(newest));
  const { period } = list;
  const here = period.span === "day" && period.date === newest;
  return (
    <p class={age ? "latest old" : "latest"}>
      {here ? words : <a href={periodHash({ span: "day", date: newest }, category)}>{words}</a>}
    </p>
  );
}
