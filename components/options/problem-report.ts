/**
 * "Report a problem": what the maintainers of the extension need to know, as plain text in English. It says how things are, and nothing
 * about what was read: no paper, no day that was opened, no mark, no keyword, no address of a feed.
 */
import type { FeedsStatus, IndexStatus } from "../../lib/messages/messages.ts";
import type { LoggedError } from "../../lib/settings/last-errors.ts";
import type { Settings } from "../../lib/settings/settings.ts";

export interface ReportSources {
  version: string;
  userAgent: string;
  languages: readonly string[];
  now: () => number;
  hasAccess: () => Promise<boolean>;
  allowedInPrivateWindows: () => Promise<boolean>;
  popupKey: () => Promise<string | undefined>;
  settings: () => Promise<Settings>;
  index: () => Promise<IndexStatus>;
  feeds: () => Promise<FeedsStatus>;
  /** As `lib/index/mirror` keeps it. */
  mirror: () => Promise<unknown>;
  errors: () => Promise<readonly LoggedError[]>;
}

/** Lines of `name: value`; a value that cannot be read says why, and costs only its own line. */
export async function problemReport(sources: ReportSources): Promise<string> {
  const { version, userAgent, languages, now } = sources;
  const lines = await Promise.all([
    line("Access to arXiv", sources.hasAccess, yesNo),
    line("Private windows", sources.allowedInPrivateWindows, (allowed) =>
      allowed ? "allowed" : "not allowed",
    ),
    line("Key of the popup", sources.popupKey, (key) => key || "none"),
    line("Settings", sources.settings, (settings) => JSON.stringify(settings)),
    line("Index", sources.index, indexWords),
    line("Copy for pages", sources.mirror, (mirror) => JSON.stringify(mirror ?? null)),
    line("Feeds", sources.feeds, feedsWords),
    line("Last errors", sources.errors, (errors) => errorWords(errors)),
  ]);
  return [
    `Hot Papers ${version}`,
    `Browser: ${userAgent}`,
    `Languages: ${languages.join(", ")}`,
    `Written: ${timeOf(now())}`,
    ...lines,
  ].join("\n");
}

async function line<Value>(
  name: string,
  read: () => Promise<Value>,
  words: (value: Value) => string,
): Promise<string> {
  try {
    return `${name}: ${words(await read())}`;
  } catch (error) {
    return `${name}: not known (${error instanceof Error ? error.message : String(error)})`;
  }
}

const yesNo = (value: boolean) => (value ? "yes" : "no");
const timeOf = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

function indexWords({ archive, progress, failure, digests, papers, newest, oldest, bytes }: IndexStatus) {
  const state = archive === "importing" ? `importing (${Math.round(progress * 100)}%)` : archive;
  const why = failure === undefined ? "" : `, ${failure}`;
  const days = newest === undefined ? "" : `, ${oldest} to ${newest}`;
  return `archive ${state}${why}; ${digests} digests, ${papers} papers${days}, ${bytes} bytes`;
}

function feedsWords({ feeds, archive, live }: FeedsStatus): string {
  const one = ({ kind, on, state, digests, waiting, aside, needsAccess }: FeedsStatus["feeds"][number]) =>
    `\n  ${kind ?? "unread"}, ${on ? "on" : "off"}, ${state.tone}, ${digests} digests, ${waiting} files waiting, ` +
    `${aside.length} set aside${needsAccess ? ", needs permission" : ""}`;
  const sources = live.sources.map(({ name, failed }) => `${name} ${failed ? "failed" : "answered"}`);
  return [
    `${feeds.filter(({ removed }) => !removed).length}`,
    ...feeds.filter(({ removed }) => !removed).map(one),
    `\n  words of the archive: ${archive.on ? "on" : "off"}, ${archive.have} of ${archive.days} days`,
    `\n  today, live: ${live.on ? "on" : "off"}, ${live.state.tone}${sources.length > 0 ? ` (${sources.join(", ")})` : ""}`,
  ].join("");
}

const errorWords = (errors: readonly LoggedError[]) =>
  errors.length === 0 ? "none" : errors.map(({ at, text }) => `\n  ${timeOf(at)} ${text}`).join("");
