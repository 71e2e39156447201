/**
 * A file of a reader's own data, as `data-export.ts` writes it, checked at the border. Unknown fields are dropped, a higher major version
 * is refused, and a damaged choice, feed, mark or digest costs only itself. Nothing is changed here.
 */
import * as z from "zod/mini";
import { readJson } from "../../lib/digest/read-json.ts";
import { parseDigest } from "../../lib/digest/schema.ts";
import { oneLine } from "../../lib/digest/tidy-text.ts";
import { allowedUrl } from "../../lib/feeds/address.ts";
import { type Follows, followsIn } from "../../lib/follows/follow.ts";
import { readMarksFile } from "../../lib/marks/marks-file.ts";
import type { Marks } from "../../lib/marks/marks.ts";
import type { HotListChoices } from "../../lib/settings/hot-list-choices.ts";
import type { JumpKeySettings } from "../../lib/settings/jump-keys.ts";
import type { ListView } from "../../lib/settings/list-view.ts";
import type { Settings } from "../../lib/settings/settings.ts";
import { isUsableKey } from "../../lib/texts/pressed-key.ts";

/** What was chosen; everything else is absent. */
export interface OwnSettings {
  settings?: Partial<Settings>;
  /** The hour; null is midnight of the calendar. */
  dayChange?: number | null;
  /** Older files have two of them. */
  jumpKeys?: Pick<JumpKeySettings, "next" | "previous"> & Partial<JumpKeySettings>;
  listView?: ListView;
  hotListChoices?: HotListChoices;
  fullTexts?: boolean;
  live?: boolean;
}

export interface OwnFeed {
  address: string;
  title: string;
  on: boolean;
}

/** What can be read of such a file. */
export interface OwnData {
  /** Days that it has digests of. */
  days: number;
  /** Digests that cannot be read: the import says of each what is wrong. */
  unreadable: number;
  /** Each address once. */
  feeds: OwnFeed[];
  /** The number of further ones with an invalid address, or one that is not https. */
  feedsLeft: number;
  saved: number;
  read: number;
  follows: Follows;
  /** Absent if nothing was chosen. */
  settings?: OwnSettings;
}

/** `cut`: not whole JSON; `notData`: JSON of another kind; `newerVersion`: of a later Hot Papers; `empty`: nothing in it can be read. */
export type OwnDataProblem = "cut" | "notData" | "newerVersion" | "empty";

export type OwnDataRead = { ok: true; data: OwnData } | { ok: false; problem: OwnDataProblem };

const VERSION = 1;
/** No reader has that many: the first limit is more than all days since the first paper, for each of several feeds. */
const MOST_DIGESTS = 100_000;
const MOST_FEEDS = 1000;
const MOST_FOLLOWS = 10_000;
const LONGEST_LINE = 2000;
/** As the message that adds a feed takes it. */
const LONGEST_TITLE = 300;
/** As hot lists keep them. */
const MOST_WORDS = 100;
const LONGEST_WORD = 200;

/** An invalid choice costs only itself. */
const chosen = <Value>(schema: z.ZodMiniType<Value>) =>
  z.pipe(
    z.optional(z.unknown()),
    z.transform((value) => schema.safeParse(value).data),
  );

const key = z.string().check(z.refine((value) => value === "" || isUsableKey(value)));
const words = z.array(z.string().check(z.maxLength(LONGEST_WORD))).check(z.maxLength(MOST_WORDS));

const Choices = z.object({
  abstractBadges: chosen(z.boolean()),
  listBadges: chosen(z.boolean()),
  listControl: chosen(z.boolean()),
  leastHeat: chosen(z.int().check(z.minimum(1), z.maximum(5))),
  hideFigures: chosen(z.boolean()),
  theme: chosen(z.enum(["system", "light", "dark"])),
  toolbarNumber: chosen(z.boolean()),
  toolbarNumberMine: chosen(z.boolean()),
  toolbarDot: chosen(z.boolean()),
} satisfies { [Name in keyof Settings]: z.ZodMiniType<Settings[Name] | undefined> });

const OwnSettings = z.object({
  settings: chosen(Choices),
  dayChange: chosen(z.nullable(z.int().check(z.minimum(0), z.maximum(23)))),
  jumpKeys: chosen(
    z.object({ next: key, previous: key, save: z.optional(key), read: z.optional(key) }).check(
      z.refine((keys) => {
        const used = Object.values(keys).filter((each) => each !== undefined && each !== "");
        return new Set(used).size === used.length;
      }),
    ),
  ),
  listView: chosen(z.object({ hotOnly: z.boolean(), hottestFirst: z.boolean() })),
  hotListChoices: chosen(
    z.object({
      order: z.string().check(z.maxLength(LONGEST_WORD)),
      filters: z.object({
        categories: words,
        include: words,
        exclude: words,
        hideRead: z.boolean(),
        newOnly: z.boolean(),
        mine: z.optional(z.boolean()),
      }),
    }),
  ),
  fullTexts: chosen(z.boolean()),
  /** What files from before version 1.0 call `fullTexts`. */
  archiveWords: chosen(z.boolean()),
  live: chosen(z.boolean()),
} satisfies Record<keyof OwnSettings | "archiveWords", z.ZodMiniType>);

const Feed = z.object({
  address: z.string().check(z.maxLength(LONGEST_LINE)),
  title: z.string().check(z.maxLength(LONGEST_LINE)),
  on: z.boolean(),
});

const Head = z.object({
  format: z.literal("hot-papers-data"),
  version: z.number().check(z.minimum(VERSION)),
});
const Contents = z.object({
  settings: z.optional(OwnSettings),
  feeds: z.optional(z.array(z.unknown()).check(z.maxLength(MOST_FEEDS))),
  marks: z.optional(z.unknown()),
  follows: z.optional(z.array(z.unknown()).check(z.maxLength(MOST_FOLLOWS))),
  digests: z.optional(z.array(z.unknown()).check(z.maxLength(MOST_DIGESTS))),
});

/** @param text of a file whose size is bounded */
export function readOwnData(text: string): OwnDataRead {
  const json = readJson(text.replace(/^\uFEFF/u, ""));
  if (!json) return refused("cut");
  const head = Head.safeParse(json.value);
  if (!head.success) return refused("notData");
  if (head.data.version >= VERSION + 1) return refused("newerVersion");
  const contents = Contents.safeParse(json.value);
  if (!contents.success) return refused("notData");
  const { settings, feeds = [], marks, follows = [], digests = [] } = contents.data;
  const marked = marks === undefined ? undefined : readMarksFile(text);
  if (marked?.ok === false) return refused(marked.problem === "newerVersion" ? "newerVersion" : "notData");
  const choices = settings && choicesIn(settings);
  const data = {
    ...daysIn(digests),
    ...feedsIn(feeds),
    ...countedMarks(marked?.marks ?? new Map()),
    follows: followsIn(follows),
    ...(choices && { settings: choices }),
  };
  const { days, saved, read } = data;
  const nothing = days + data.feeds.length + saved + read + data.follows.length === 0 && !choices;
  return nothing ? refused("empty") : { ok: true, data };
}

const refused = (problem: OwnDataProblem): OwnDataRead => ({ ok: false, problem });

function daysIn(values: readonly unknown[]): Pick<OwnData, "days" | "unreadable"> {
  const dates = values.map((value) => parseDigest(value).digest?.date);
  const readable = dates.filter((date) => date !== undefined);
  return { days: new Set(readable).size, unreadable: dates.length - readable.length };
}

function feedsIn(values: readonly unknown[]): Pick<OwnData, "feeds" | "feedsLeft"> {
  const feeds = new Map<string, OwnFeed>();
  let feedsLeft = 0;
  for (const value of values) {
    const feed = Feed.safeParse(value);
    const address = feed.success ? addressOf(feed.data.address) : undefined;
    if (!feed.success || address === undefined) feedsLeft += 1;
    else if (!feeds.has(address)) {
      const { title, on } = feed.data;
      feeds.set(address, { address, title: oneLine(title).slice(0, LONGEST_TITLE), on });
    }
  }
  return { feeds: [...feeds.values()], feedsLeft };
}

/** In the form in which feeds are kept, so that one that is here already is recognised. */
function addressOf(written: string): string | undefined {
  try {
    const { protocol, href } = allowedUrl(written);
    return protocol === "https:" ? href : undefined;
  } catch {
    return undefined;
  }
}

function countedMarks(marks: Marks): Pick<OwnData, "saved" | "read"> {
  const all = [...marks.values()];
  return {
    saved: all.filter(({ saved }) => saved !== undefined).length,
    read: all.filter(({ read }) => read !== undefined).length,
  };
}

function choicesIn(read: z.infer<typeof OwnSettings>): OwnSettings | undefined {
  const { settings, archiveWords, fullTexts = archiveWords, ...others } = read;
  const choices = withoutGaps({
    ...others,
    fullTexts,
    settings: settings && filled(withoutGaps(settings)),
  });
  return filled(choices as OwnSettings);
}

/** Without undefined fields: each would replace a choice. */
const withoutGaps = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));

const filled = <Value extends object>(value: Value): Value | undefined =>
  Object.keys(value).length > 0 ? value : undefined;
