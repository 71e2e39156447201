import { join } from "node:path";
import { parseArgs } from "node:util";
import { hotDates } from "../live/calendar/hot-day.ts";
import { buildDay, digestName } from "./build-day.ts";
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
import { EXIT, withLive, UsageError } from "./command.ts";
import type { Command, ExitStatus } from "./command.ts";

/** Makes the digests of past days, those that are not there yet. */
export const backfill: Command = {
  usage: "backfill --from DATE --to DATE --out DIR [OPTION…]",
  summary: "make the digests of past days that are missing in a folder",
  help: `  --from, --to DATE   first and last day\n  --again             makes days again that are already there\n${BUILD_HELP}`,
  async run(args, surroundings) {
    const world = withLive(surroundings);
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...BUILD_OPTIONS,
        from: { type: "string" },
        to: { type: "string" },
        again: { type: "boolean" },
      },
    });
    const [first, last] = [dayOf("from", values.from), dayOf("to", values.to)];
    if (first === undefined || last === undefined) throw new UsageError("say --from DATE --to DATE");
    if (first > last) throw new UsageError(`--from ${first} is after --to ${last}: swap them`);
    const settings = { ...settingsOf(values, world.live.env), collected: collectedOf(values, world) };
    const addresses = addressesOf(values.address);
    const out = outOf(values);
    const now = pretendedNow(values.now);
    const markdown = values.markdown ?? false;
    const there = new Set(values.again ? [] : await world.listFiles(out).catch(() => []));
    const dates = hotDates(first, last);
    if (dates.length === 0) {
      world.err(`arXiv has no list from ${first} to ${last}: weekends and holidays`);
      return EXIT.noDay;
    }
    let worst: ExitStatus = EXIT.ok;
    for (const [index, date] of dates.entries()) {
      if (there.has(digestName(date, markdown))) continue;
      const status = await buildDay(
        {
          settings: { ...settings, date },
          addresses,
          out,
          state: join(stateOf(values), date),
          markdown,
          strict: values.strict ?? false,
          replace: values.replace ?? false,
          ...(now !== undefined && { now }),
          text: `${date} (${index + 1}/${dates.length}) `,
        },
        world,
      );
      // One day that fails does not cost the others; the status tells that there was one.
      if (status !== EXIT.ok) worst = status;
    }
    return worst;
  },
};
