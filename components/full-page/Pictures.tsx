import { useEffect, useRef, useState } from "preact/hooks";
import type { PicturedDigests } from "../../lib/hot-list/state/pictured-digests.ts";
import { text } from "../../lib/texts/text.ts";
import { whenNear } from "../hot-list/when-near.ts";
import { useLoaded } from "../parts/use-loaded.ts";

export interface PicturesProps {
  pictured: PicturedDigests;
  /** This place is in view: in a narrow window it is hidden at first. */
  onWanted: () => void;
  /** The day that is on show in the list. */
  current: string | undefined;
  /** A day was pressed; its link goes there by itself. */
  onPick: (date: string) => void;
}

const load = () => import("../charts/DigestPictures.tsx");

/** What is shown if no paper was chosen. It is loaded and read as soon as this place is in view. */
export function Pictures({ pictured, onWanted, current, onPick }: PicturesProps) {
  const place = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(false);
  const parts = useLoaded(load, wanted);
  useEffect(() => {
    const here = place.current;
    if (!here) return undefined;
    return whenNear(here, () => {
      setWanted(true);
      onWanted();
    });
  }, [onWanted]);
  const empty = pictured.kind === "digests" && pictured.digests.length === 0;
  return (
    <div ref={place} class="pictures">
      {!empty && <p class="hint">{text("archiveChoose")}</p>}
      {pictured.kind === "failed" && <p role="alert">{text("archivePicturesFailed", pictured.reason)}</p>}
      {parts && pictured.kind === "digests" && (
        <parts.DigestPictures digests={pictured.digests} current={current} onPick={onPick} />
      )}
    </div>
  );
}
