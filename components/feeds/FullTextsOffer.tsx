import { text } from "../../lib/texts/text.ts";
import { Notice } from "../parts/Notice.tsx";
import "./full-texts-offer.css";

interface ArchiveOfferProps {
  /** Called with the answer, which ends the offer. */
  onAnswer: (fetchThem: boolean) => void;
}

/** Offers the archive's words, once, if they are missing. */
export function ArchiveOffer({ onAnswer }: ArchiveOfferProps) {
  return (
    <Notice>
      <p>{text("feedsArchiveOffer")}</p>
      <span class="archive-offer-answers">
        <button type="button" class="button main" onClick={() => onAnswer(true)}>
          {text("feedsArchiveYes")}
        </button>
        <button type="button" class="button" onClick={() => onAnswer(false)}>
          {text("feedsArchiveNo")}
        </button>
      </span>
    </Notice>
  );
}
