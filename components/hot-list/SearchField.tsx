import type { Ref } from "preact";
import type { SearchState } from "../../lib/hot-list/state/hot-list-state.ts";
import { text } from "../../lib/texts/text.ts";

interface SearchFieldProps {
  id: string;
  /** What is searched, if it is not a list of digests. */
  label?: string;
  search: SearchState;
  inputRef: Ref<HTMLInputElement>;
  onSearch: (text: string) => void;
  /** The reader is about to type. */
  onPrepare?: () => void;
  /** The search is given up. */
  onClose: () => void;
}

/** Finds papers of the list while you type. Escape empties the field, then leaves it. */
export function SearchField({ id, label, search, inputRef, onSearch, onPrepare, onClose }: SearchFieldProps) {
  const closeByEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // in Chromium it would close the popup
    if (search.text === "") onClose();
    else onSearch("");
  };
  return (
    <search id={id} class="search">
      <input
        ref={inputRef}
        type="search"
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        aria-label={label ?? text("searchLabel")}
        placeholder={text("searchHint")}
        value={search.text}
        onFocus={onPrepare}
        onInput={({ currentTarget }) => onSearch(currentTarget.value)}
        onKeyDown={closeByEscape}
      />
      <output>{stateWords(search)}</output>
    </search>
  );
}

function stateWords({ state }: SearchState): string {
  if (state === "preparing") return text("searchPreparing");
  return state === "failed" ? text("searchFailed") : "";
}
