/** Progress for people: a bar on a terminal, one line per step everywhere else (and above the bar). */
import type { Step } from "../live/build/build-digest.ts";
import { NETWORK_NAMES } from "../feeds/publish/wording.ts";
import type { Outside } from "../net/outside.ts";
import type { LiveCommandOutside } from "./command.ts";

const WIDTH = 20;
/** Shorter pauses are not worth a word. */
const LONG = 2_000;

const nameOf = (name: Step["name"]): string => {
  if (name === "day") return "arXiv's list";
  if (name === "names") return "arXiv's names";
  return NETWORK_NAMES[name];
};

/** Shows `total` steps. `text` begins every line, for commands that do several days. */
export function progress(world: LiveCommandOutside, total: number, text = "") {
  const { draw } = world.live;
  let done = 0;
  const bar = (words: string) => {
    const full = Math.round((Math.min(done, total) / total) * WIDTH);
    draw?.(`[${"#".repeat(full)}${"-".repeat(WIDTH - full)}] ${done}/${total} ${text}${words}`);
  };
  return {
    step({ name, state, text: words }: Step): void {
      done++;
      draw?.("");
      world.err(`${text}${nameOf(name)}: ${state === "failed" ? "failed, " : ""}${words}`);
      bar("");
    },
    /** The same outside, which says that it waits. */
    watching: (outside: Outside): Outside => ({
      ...outside,
      async wait(milliseconds) {
        const words = `waiting ${Math.ceil(milliseconds / 1000)} s`;
        if (milliseconds >= LONG) {
          if (draw) bar(words);
          else world.err(`${text}${words}, as the service wants`);
        }
        await outside.wait(milliseconds);
      },
    }),
    end(): void {
      draw?.("");
    },
  };
}
