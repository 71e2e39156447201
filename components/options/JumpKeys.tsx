import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { text, type TextKey } from "../../lib/texts/text.ts";
import "./jump-keys.css";

/** Keys as `KeyboardEvent.key` gives them; an empty text is a key that is switched off. */
interface Keys {
  next: string;
  previous: string;
}

interface JumpKeysProps {
  /** The browser's own key, below. */
  children?: ComponentChildren;
  /** Absent until they have been read. */
  keys: Keys | undefined;
  onChange: (keys: Keys) => void;
}

/** Keys that move the focus, or only change others, stay what they are. */
const NOT_FOR_JUMPS = new Set([
  "Tab",
  "Shift",
  "Control",
  "Alt",
  "Meta",
  "AltGraph",
  "Escape",
  "Enter",
  "Dead",
  "Process",
]);
const SWITCH_OFF = new Set(["Backspace", "Delete"]);

/** What is to be read of a key: the space bar's is a blank. */
const nameOf = (key: string) => (key === " " ? text("optionsKeySpace") : key);

/** The keys that jump from hot paper to hot paper on arXiv's lists. */
export function JumpKeys({ keys, onChange, children }: JumpKeysProps) {
  /** The key that was pressed last, if the other field has it. */
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
          if (NOT_FOR_JUMPS.has(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
          event.preventDefault();
          const key = SWITCH_OFF.has(event.key) ? "" : event.key;
          // One key cannot lead both ways.
          const isTaken = key !== "" && key === keys[name === "next" ? "previous" : "next"];
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
      <output>{taken && text("optionsKeyTaken", nameOf(taken))}</output>
      {children}
    </section>
  );
}
