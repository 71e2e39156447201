/** (a) and (c): when the last badge comes, ours against the plain one, with the worker awake and stopped; (e) what moved. */
import { setTimeout as pause } from "node:timers/promises";
import type { Actor, Actors } from "./actors.ts";
import { type Load, load } from "./measuring-script.ts";
import { ABSTRACT, type BenchPage, LIST, LONG_LIST, RECENT, SEARCH } from "./pages.ts";
import { median } from "./statistics.ts";
import { tell } from "./tell.ts";
import { figure, type Result } from "./table.ts";

interface Loads {
  ours: Load[];
  plain: Load[];
}

/** How often each page is opened by each extension; the long list half as often. */
export interface Times {
  awake: number;
  stopped: number;
}

/** Before each load, in ms: what the page before it left to do is then done, in the other browser too. */
const REST = 150;

/** Opens a page in turn with our extension and with the plain one, the first to start changing each time. */
async function alternate(
  { ours, plain }: Actors,
  page: BenchPage,
  times: number,
  stop: boolean,
): Promise<Loads> {
  tell(`${ours.driver.name}: ${page.name}${stop ? ", worker stopped" : ""}`);
  const loads: Loads = { ours: [], plain: [] };
  const rounds = page === LONG_LIST ? Math.ceil(times / 2) : times;
  const one = async ({ tab }: Actor) => {
    await tab.bringToFront();
    await pause(REST);
    return load(tab, page);
  };
  for (let at = 0; at < rounds; at++) {
    if (stop) await Promise.all([ours.driver.stopBackground(), plain.driver.stopBackground()]);
    if (at % 2 === 0) {
      loads.ours.push(await one(ours));
      loads.plain.push(await one(plain));
    } else {
      loads.plain.push(await one(plain));
      loads.ours.push(await one(ours));
    }
  }
  return loads;
}

/** What the issue promises: ours over plain. */
const AWAKE: readonly [BenchPage, number][] = [
  [ABSTRACT, 0.3],
  [LIST, 0.3],
  [LONG_LIST, 1],
  [RECENT, 0.3],
  [SEARCH, 0.3],
];
const STOPPED: readonly [BenchPage, number][] = AWAKE.map(([page]) => [page, 0.6]);
/** Half a screen, in CSS pixels. */
const HALF = 800;
/** Of ten loads, how many have to have their badges at the first paint. */
const PAINTED = 9;

/** @param window what a row says of the window, if it is not the usual one */
function results(
  letter: string,
  page: BenchPage,
  atMost: number,
  { ours, plain }: Loads,
  window = "",
): Result[] {
  const name = page.name + window;
  const own = median(ours.map(({ last }) => last));
  const other = median(plain.map(({ last }) => last));
  // Badges that are there before DOMContentLoaded take no time after it.
  const ratio = Math.max(own, 0) / other;
  const painted = ours.filter((each) => each.painted).length;
  const paintedPlain = plain.filter((each) => each.painted).length;
  const worker = letter === "a" ? "" : ", worker stopped";
  const first = [ours, plain].map((loads) => figure(median(loads.map(({ paint }) => paint))));
  return [
    {
      letter,
      what: `last badge after DOMContentLoaded, ${name}${worker}: ours / plain, ms`,
      text: `${figure(own)} / ${figure(other)} = ${ratio.toFixed(2)}`,
      target: `≤ ${atMost}`,
      reached: ratio <= atMost,
    },
    {
      letter,
      what: `painted together with its entry, ${name}${worker}: ours (plain)`,
      text: `${painted} of ${ours.length} (${paintedPlain} of ${plain.length})`,
      target: "9 of 10",
      reached: painted * 10 >= PAINTED * ours.length,
    },
    ...(letter === "a"
      ? [
          {
            letter,
            what: `first paint after the first bytes, ${name}: ours / plain, ms`,
            text: first.join(" / "),
          },
        ]
      : []),
  ];
}

const shifts = (loads: readonly Load[]) => Math.max(...loads.map(({ shift }) => shift));

/** Loads of all pages. Firefox counts no layout shifts: `test/e2e/layout.test.ts` compares rectangles there. */
export async function badgeTimes(actors: Actors, times: Times): Promise<Result[]> {
  const found: Result[] = [];
  const wide: Loads = { ours: [], plain: [] };
  const keep = ({ ours, plain }: Loads) => {
    wide.ours.push(...ours);
    wide.plain.push(...plain);
  };
  for (const [page, atMost] of AWAKE) {
    const loads = await alternate(actors, page, times.awake, false);
    keep(loads);
    found.push(...results("a", page, atMost, loads));
  }
  for (const [page, atMost] of STOPPED) {
    const loads = await alternate(actors, page, times.stopped, true);
    keep(loads);
    found.push(...results("c", page, atMost, loads));
  }
  // Half a screen, in which pills are made to fit: as quick as a whole one.
  for (const { tab } of [actors.ours, actors.plain]) await tab.setViewport({ width: HALF, height: 900 });
  for (const [page, atMost] of AWAKE) {
    const loads = await alternate(actors, page, times.stopped, false);
    found.push(...results("a", page, atMost, loads, `, ${HALF} px wide`));
  }
  for (const { tab } of [actors.ours, actors.plain]) await tab.setViewport({ width: 1200, height: 900 });
  if (actors.ours.driver.name === "firefox") return found;

  for (const { tab } of [actors.ours, actors.plain]) await tab.setViewport({ width: 360, height: 740 });
  const narrow: Loads = { ours: [], plain: [] };
  for (const [page] of AWAKE) {
    const loads = await alternate(actors, page, Math.ceil(times.stopped / 2), false);
    narrow.ours.push(...loads.ours);
    narrow.plain.push(...loads.plain);
  }
  for (const { tab } of [actors.ours, actors.plain]) await tab.setViewport({ width: 1200, height: 900 });
  for (const [width, loads] of [
    ["1200", wide],
    ["360", narrow],
  ] as const)
    found.push({
      letter: "e",
      what: `largest layout shift of ${loads.ours.length} loads, ${width} px wide: ours (plain)`,
      text: `${figure(shifts(loads.ours))} (${shifts(loads.plain).toFixed(3)})`,
      target: "0",
      reached: shifts(loads.ours) === 0,
    });
  return found;
}
