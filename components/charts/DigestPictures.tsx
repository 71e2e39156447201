import { useMemo } from "preact/hooks";
import { categoryHeat } from "../../lib/hot-list/charts/category-heat.ts";
import { heatCalendar } from "../../lib/hot-list/charts/heat-calendar.ts";
import type { ScaledDigest } from "../../lib/digest/heat.ts";
import { CategoryHeat } from "./CategoryHeat.tsx";
import { HeatCalendar } from "./HeatCalendar.tsx";

interface DigestPicturesProps {
  digests: readonly ScaledDigest[];
  current: string | undefined;
  onPick: (date: string) => void;
}

/** The pictures of all digests. They are computed again only if the digests changed. */
export function DigestPictures({ digests, current, onPick }: DigestPicturesProps) {
  const years = useMemo(() => heatCalendar(digests), [digests]);
  const heat = useMemo(() => categoryHeat(digests), [digests]);
  return (
    <>
      <HeatCalendar years={years} current={current} onPick={onPick} />
      <CategoryHeat heat={heat} />
    </>
  );
}
