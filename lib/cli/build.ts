import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildDay } from "./build-day.ts";
import {
  addressesOf,
  BUILD_HELP,
  BUILD_OPTIONS,
  collectedOf,
  dayOf,
  outOf,
  pretendedNow,
  settingsOf,
  stateOf,
} from "./build-options.ts";
import { withLive } from "./command.ts";
import type { Command } from "./command.ts";

/** Makes a day's digest from live sources. */
export const build: Command = {
  usage: "build [--date DATE] --out DIR [OPTION…]",
  summary: "make a day's digest from what people say now",
  help: `  --date DATE         the day, as arXiv's list is dated; usually the newest\n${BUILD_HELP}`,
  async run(args, surroundings) {
    const world = withLive(surroundings);
    const { values } = parseArgs({
      args: [...args],
      options: { ...BUILD_OPTIONS, date: { type: "string" } },
    });
    const date = dayOf("date", values.date);
    const now = pretendedNow(values.now);
    return buildDay(
      {
        settings: {
          ...settingsOf(values, world.live.env),
          collected: collectedOf(values, world),
          ...(date !== undefined && { date }),
        },
        addresses: addressesOf(values.address),
        out: outOf(values),
        state: join(stateOf(values), date ?? "newest"),
        markdown: values.markdown ?? false,
        strict: values.strict ?? false,
        replace: values.replace ?? false,
        ...(now !== undefined && { now }),
      },
      world,
    );
  },
};
