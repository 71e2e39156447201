import { useState } from "preact/hooks";
import { readKeywords } from "../../lib/paper/keywords.ts";

interface KeywordFieldProps {
  name: string;
  label: string;
  hint: string;
  keywords: readonly string[];
  onChange: (keywords: string[]) => void;
}

/** Keywords separated by commas. While you type, the field keeps what was typed, with its commas. */
export function KeywordField({ name, label, hint, keywords, onChange }: KeywordFieldProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <label class="keywords">
      {label}
      <input
        name={name}
        type="text"
        autocomplete="off"
        dir="auto"
        placeholder={hint}
        value={typed ?? keywords.join(", ")}
        onInput={({ currentTarget: { value } }) => {
          setTyped(value);
          onChange(readKeywords(value));
        }}
        onBlur={() => setTyped(undefined)}
      />
    </label>
  );
}
