/** What the reader searches for: loaded when first needed, and of several questions on their way only the last one counts. */
import type { PaperId } from "../../paper/paper-id.ts";
import type { SearchState } from "./hot-list-state.ts";
import type { Search } from "../../index/search/open-search.ts";

export interface SearchModel {
  state: () => SearchState;
  /** The papers that were found; absent if nothing narrows the list. */
  found: () => ReadonlySet<PaperId> | undefined;
  /** Loads what searching needs. */
  prepare: () => void;
  set: (text: string) => void;
  indexChanged: () => void;
}

/** Nothing is searched for. */
export const NO_SEARCH: SearchState = { text: "", state: "off" };

export function createSearchModel(open: () => Promise<Search>, onChange: () => void): SearchModel {
  let state = NO_SEARCH;
  let found: ReadonlySet<PaperId> | undefined;
  let search: Promise<Search> | undefined;

  /** What failed to load is loaded again at the next try. */
  function opened(): Promise<Search> {
    search ??= open().catch((error: unknown) => {
      search = undefined;
      throw error;
    });
    return search;
  }

  async function find(text: string) {
    const stale = () => state.text !== text;
    try {
      const answer = await (await opened()).find(text);
      if (stale()) return;
      found = answer;
      state = { text, state: "ready" };
    } catch {
      if (stale()) return;
      found = undefined;
      state = { text, state: "failed" };
    }
    onChange();
  }

  async function readAgain() {
    const opening = await search?.catch(() => undefined);
    opening?.indexChanged();
    if (opening && state.state !== "off") await find(state.text);
  }

  return {
    state: () => state,
    found: () => found,
    prepare: () => void opened().catch(() => undefined),
    set(text) {
      const off = text.trim() === "";
      if (off) found = undefined;
      // While the answer to a longer text is on its way, the list stays as the shorter one had it.
      state = { text, state: off ? "off" : found ? "ready" : "preparing" };
      onChange();
      if (!off) void find(text);
    },
    indexChanged: () => void readAgain(),
  };
}
