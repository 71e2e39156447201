import { text } from "../../lib/texts/text.ts";
import { Notice } from "./Notice.tsx";

/**
 * Shown if the browser does not let the extension run on arXiv.
 *
 * @param onGrant is called in the click itself: browsers open their question only then
 */
export function AccessNotice({ onGrant }: { onGrant: () => void }) {
  return (
    <Notice tone="warn">
      <p>
        <strong>{text("popupAccessTitle")}</strong> {text("popupAccessText")}
      </p>
      <button type="button" class="button" onClick={onGrant}>
        {text("popupAccessGrant")}
      </button>
    </Notice>
  );
}
