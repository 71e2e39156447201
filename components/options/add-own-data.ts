/** Adds all of a file of own data to what is here. A part that fails is reported and costs only itself; nothing that is here is lost. */
import type { Follows } from "../../lib/follows/follow.ts";
import type { Ask } from "../../lib/messages/messages.ts";
import type { FeedSettings } from "../../lib/settings/feeds.ts";
import type { Settings } from "../../lib/settings/settings.ts";
import { plainError } from "../../lib/texts/plain-error.ts";
import type { OwnData, OwnSettings } from "./read-own-data.ts";

/** A file that was read. */
export interface OwnDataFile {
  name: string;
  content: string;
  data: OwnData;
}

/** The result. Parts that the file lacks, or that failed, are absent. */
export interface OwnDataReport {
  digests?: { added: number; there: number };
  feeds?: { added: number; there: number; left: number };
  marks?: { saved: number; read: number; there: number; unreadable: number };
  follows?: { added: number; there: number };
  /** They are now those of the file. */
  settings?: true;
  /** What could not be read, as sentences. */
  problems: string[];
  /** What could not be done, as sentences. */
  failures: string[];
}

interface AddingSources {
  ask: Ask;
  /** The feeds that are here, and what is switched on. */
  here: () => Promise<Pick<FeedSettings, "feeds" | "fullTexts" | "live">>;
  /** Follows more, and tells how many of them are new. */
  follow: (follows: Follows) => Promise<number>;
  changeSettings: (changed: Partial<Settings>) => Promise<void>;
  changeDay: (hour: number | undefined) => Promise<void>;
  keepStoredChoices: (
    choices: Omit<OwnSettings, "settings" | "dayChange" | "fullTexts" | "live">,
  ) => Promise<void>;
}

/** The result for one kind of data. */
type Part = Partial<OwnDataReport>;

/** Digests first, because they take longest; settings last, because they start what asks others. */
export async function addOwnData(file: OwnDataFile, sources: AddingSources): Promise<OwnDataReport> {
  const report: OwnDataReport = { problems: [], failures: [] };
  for (const add of [addDigests, addMarks, addFollows, addFeeds, takeSettings]) {
    try {
      const { failures = [], ...part } = await add(file, sources);
      Object.assign(report, part);
      report.failures.push(...failures);
    } catch (error) {
      report.failures.push(plainError(error));
    }
  }
  return report;
}

async function addDigests({ name, content, data }: OwnDataFile, { ask }: AddingSources): Promise<Part> {
  if (data.days + data.unreadable === 0) return {};
  const { days, older, problems } = await ask("importFile", { name, content, keep: true });
  return { digests: { added: days.length, there: older.length }, problems: [...new Set(problems)] };
}

async function addMarks({ content, data }: OwnDataFile, { ask }: AddingSources): Promise<Part> {
  if (data.saved + data.read === 0) return {};
  const came = await ask("importMarks", { content });
  if (!came.ok) return {}; // cannot happen: they were read before
  const { saved, read, known: there, unreadable } = came;
  return { marks: { saved, read, there, unreadable } };
}

async function addFollows({ data: { follows } }: OwnDataFile, { follow }: AddingSources): Promise<Part> {
  if (follows.length === 0) return {};
  const added = await follow(follows);
  return { follows: { added, there: follows.length - added } };
}

/** After those that are here, in the file's order. */
async function addFeeds({ data }: OwnDataFile, { ask, here }: AddingSources): Promise<Part> {
  const { feeds, feedsLeft } = data;
  if (feeds.length + feedsLeft === 0) return {};
  const known = new Set((await here()).feeds.map(({ address }) => address));
  const coming = feeds.filter(({ address }) => !known.has(address));
  const failures: string[] = [];
  for (const { address, title, on } of coming) {
    try {
      await ask("addFeed", { address, title, on });
    } catch (error) {
      failures.push(`${title || address}: ${plainError(error)}`);
    }
  }
  const added = coming.length - failures.length;
  return { feeds: { added, there: feeds.length - coming.length, left: feedsLeft }, failures };
}

/** Each choice replaces the one that is here; what was not chosen there stays as it is. */
async function takeSettings({ data }: OwnDataFile, sources: AddingSources): Promise<Part> {
  if (!data.settings) return {};
  const { settings, dayChange, fullTexts, live, ...others } = data.settings;
  const { ask } = sources;
  if (settings) await sources.changeSettings(settings);
  if ((settings?.toolbarNumber ?? settings?.toolbarNumberMine) !== undefined) await ask("toolbarNumber", {});
  if (dayChange !== undefined) await sources.changeDay(dayChange ?? undefined);
  await sources.keepStoredChoices(others); // they already have the names that they are stored under
  const here = await sources.here();
  if (fullTexts !== undefined && fullTexts !== here.fullTexts) await ask("fullTexts", { on: fullTexts });
  if (live !== undefined && live !== here.live) await ask("liveToday", { on: live });
  return { settings: true };
}
