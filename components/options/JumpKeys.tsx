import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { isUsableKey, pressedKey } from "../../lib/texts/pressed-key.ts";
import { text, type TextKey } from "../../lib/texts/text.ts";
import "./jump-keys.css";

/** Keys as `KeyboardEvent.key` gives them; an empty text is a key that is switched off. */
interface Keys {
  next: string;
  previous: string;
  save: string;
  read: string;
}

interface JumpKeysProps {
  /** The browser's own key, below. */
  children?: ComponentChildren;
  /** Absent until they have been read. */
  keys: Keys | undefined;
  onChange: (keys: Keys) => void;
}

const SWITCH_OFF = new Set(["Backspace", "Delete"]);

/** What is shown for a key: the space bar's is a blank. */
const nameOf = (key: string) => (key === " " ? text("optionsKeySpace") : key);

/** The keys of arXiv's lists: from hot paper to hot paper, and to mark the one that was jumped to. */
export function JumpKeys({ keys, onChange, children }: JumpKeysProps) {
  /** The key that was pressed last, if another field uses it. */
  const [taken, setTaken] = useState("");
  if (!keys) return null;
  const field = (name: keyof Keys, label: TextKey) => (
    <label>
      {text(label)}
      <input
        type="text"
        readOnly
        size={6}
        value={nameOf(keys[name])}
        placeholder={text("optionsKeyOff")}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
          const pressed = pressedKey(event);
          const isOff = SWITCH_OFF.has(pressed);
          if (!isOff && !isUsableKey(pressed)) return;
          event.preventDefault();
          const key = isOff ? "" : pressed;
          // One key cannot do two things.
          const isTaken = key !== "" && key !== keys[name] && Object.values(keys).includes(key);
          setTaken(isTaken ? key : "");
          if (!isTaken) onChange({ ...keys, [name]: key });
        }}
      />
    </label>
  );
  return (
    <section class="jump-keys" aria-labelledby="jump-keys-title">
      <h2 id="jump-keys-title">{text("optionsKeys")}</h2>
      <p>{text("optionsKeysHint")}</p>
      {field("next", "optionsKeyNext")}
      {field("previous", "optionsKeyPrevious")}
      {field("save", "optionsKeySave")}
      {field("read", "optionsKeyRead")}
      <output>{taken && text("optionsKeyTaken", nameOf(taken))}</output>
      {children}
    </section>
  );
}
