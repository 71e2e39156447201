import { text } from "../../lib/texts/text.ts";

interface PopupKeyProps {
  /** As the browser writes it; an empty text if there is none, absent until it is known. */
  popupKey: string | undefined;
  onOpenSettings: () => void;
}

/** The key that opens the popup. The browser keeps it, and has a page to change it. */
export function PopupKey({ popupKey, onOpenSettings }: PopupKeyProps) {
  return (
    <div class="popup-key">
      <p>
        {text("optionsPopupKey")}{" "}
        {popupKey !== undefined && (popupKey === "" ? text("optionsPopupKeyNone") : <kbd>{popupKey}</kbd>)}
      </p>
      <button type="button" class="button" onClick={onOpenSettings}>
        {text("optionsPopupKeyChange")}
      </button>
    </div>
  );
}
