/** What a page shows, as one value that is changed in parts; its listeners are told. */
import { plainError } from "./texts/plain-error.ts";

/** A part that may be absent. */
type OptionalKey<State> = {
  [Key in keyof State]-?: object extends Pick<State, Key> ? Key : never;
}[keyof State];

export interface Store<State> {
  state: () => State;
  /** Changes some of it, and tells. */
  set: (change: Partial<State>) => void;
  /** Takes a part away without telling: the next `set` tells. */
  drop: (part: OptionalKey<State>) => void;
}

/** @param onState called at once with every `set` */
export function createStore<State extends object>(
  first: State,
  onState: (state: State) => void,
): Store<State> {
  let state = first;
  return {
    state: () => state,
    set(change) {
      state = { ...state, ...change };
      onState(state);
    },
    drop(part) {
      const { [part]: _, ...rest } = state;
      state = rest as State;
    },
  };
}

/**
 * Does something. If it fails, the state says why, so that nothing is lost; an earlier failure is forgotten. The work begins at once,
 * because browsers ask for a permission only within the click.
 */
export async function attempt(
  { set, drop }: Store<{ trouble?: string }>,
  work: () => Promise<unknown>,
): Promise<void> {
  drop("trouble");
  try {
    await work();
    set({});
  } catch (error) {
    set({ trouble: plainError(error) });
  }
}
