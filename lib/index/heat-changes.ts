/** What a transaction changes in the scales of heat: those of the days that change, and of the 89 days after each. */
import { addDays } from "../digest/dates.ts";
import type { Digest } from "../digest/digest.ts";
import { heatFigures, SCALE_DAYS, scalesOf } from "../digest/heat-scale.ts";
import { monthOf } from "../paper/paper-id.ts";
import { soundHeat } from "./sound.ts";
import type { StoredHeat, WriteTransaction } from "./schema.ts";

type Day = Omit<StoredHeat, "scale">;

export class HeatChanges {
  readonly #days = new Map<string, Day | undefined>();

  /** A day is this from now on, or gone. */
  setDay(date: string, digest: Digest | undefined): void {
    const figures = digest ? heatFigures(digest) : {};
    const months = new Set(digest?.papers.map(({ id }) => monthOf(id)));
    const known = Object.keys(figures).length > 0;
    this.#days.set(date, known ? { date, figures, months: [...months] } : undefined);
  }

  /**
   * Writes what has changed. It reads the days around those that changed, not the index.
   *
   * @returns months of papers whose bars may have changed
   */
  async write(tx: WriteTransaction): Promise<Set<string>> {
    const months = new Set<string>();
    const dates = [...this.#days.keys()].toSorted();
    const [first, last] = [dates[0], dates.at(-1)];
    if (first === undefined || last === undefined) return months;
    const store = tx.objectStore("heat");
    const range = IDBKeyRange.bound(addDays(first, 1 - SCALE_DAYS), reachOf(last));
    const before = new Map(soundHeat(await store.getAll(range)).map((day) => [day.date, day]));
    const changed = new Set(dates.filter((date) => !same(before.get(date), this.#days.get(date))));
    if (changed.size === 0) return months;

    const all = [...new Set([...before.keys(), ...changed])].toSorted();
    const after = all.flatMap((date) => (changed.has(date) ? this.#days.get(date) : before.get(date)) ?? []);
    const days = new Map(after.map((day) => [day.date, day]));
    const scales = scalesOf(after);
    const writing: Promise<unknown>[] = [];
    let reach = "";
    for (const date of all) {
      if (changed.has(date)) reach = reachOf(date);
      if (date > reach) continue;
      const { figures, months: own } = days.get(date) ?? { months: before.get(date)?.months ?? [] };
      const scale = scales.get(date) ?? {};
      const moved = JSON.stringify(scale) !== JSON.stringify(before.get(date)?.scale ?? {});
      if (moved) for (const month of own) months.add(month);
      if (!figures) writing.push(store.delete(date));
      else if (moved || changed.has(date)) writing.push(store.put({ date, figures, months: own, scale }));
    }
    await Promise.all(writing);
    return months;
  }
}

/** The last day whose scale looks back on this one; years have four digits. */
const reachOf = (date: string) => (date < "9999-10" ? addDays(date, SCALE_DAYS - 1) : "9999-12-31");

const same = (before: Day | undefined, after: Day | undefined): boolean => plain(before) === plain(after);

/** What decides whether a day has changed, as a text. */
const plain = (day: Day | undefined) =>
  day && JSON.stringify([Object.entries(day.figures).map(([network, own]) => [network, ...own]), day.months]);
