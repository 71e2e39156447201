import { useEffect, useRef } from "preact/hooks";
import { text, type TextKey } from "../../lib/texts/text.ts";
import "./keys-help.css";

/** Each key with what it does. */
const KEYS: readonly (readonly [keys: readonly string[], does: TextKey])[] = [
  [["j", "↓"], "keysNext"],
  [["k", "↑"], "keysPrevious"],
  [["Enter"], "keysOpen"],
  [["o"], "keysPdf"],
  [["s"], "keysSave"],
  [["r"], "keysRead"],
  [["Shift+S"], "keysUnsave"],
  [["Shift+R"], "keysUnread"],
  [["n"], "keysNote"],
  [["u"], "keysUndo"],
  [["b"], "keysBibtex"],
  [["/"], "keysSearch"],
  [["?"], "keysHelp"],
];

/** The help sheet, open: a dialog, which Escape closes. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys-help" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{text("keysTitle")}</h2>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text(does)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" class="button">
          {text("keysClose")}
        </button>
      </form>
    </dialog>
  );
}
