/** What the worker does for each message. */
import type { ConversationEntry, IndexStatus } from "../messages/messages.ts";
import type { Handlers } from "../messages/serve.ts";
import { badgeWishes } from "../settings/badge-wishes.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { noteChangedPage } from "../settings/changed-pages.ts";
import { readSettings } from "../settings/settings.ts";
import { lookup } from "../index/lookup.ts";
import { damagedRows } from "../index/mend.ts";
import { type IndexDatabase, openIndex } from "../index/open.ts";
import { indexStatus } from "../index/read.ts";
import { readPaper } from "../index/read-paper.ts";
import { badgeInWords } from "../texts/badge-wording.ts";
import { plainError } from "../texts/plain-error.ts";
import type { BundledDigests } from "./bundled-digests.ts";
import { createDeletion, type Deletion } from "./delete-everything.ts";
import { createFeedAnswers } from "./feed-handlers.ts";
import type { Feeds } from "./feeds.ts";
import type { Live } from "../live/live.ts";
import type { PastDays } from "../live/live-past.ts";
import { importFile } from "./import-file.ts";
import { createIndexAnswers } from "./index-handlers.ts";
import { createMarkAnswers } from "./mark-handlers.ts";
import { openDay } from "./open-full-page.ts";
import { toolbarNumberChosen } from "./toolbar-number.ts";
import { warn } from "../warn.ts";

/** One handler for each message; what they throw is a sentence for the reader. */
export function createAnswers(
  archive: BundledDigests,
  feeds: Feeds,
  live: Live,
  past: PastDays,
  deletion: Deletion = createDeletion({ archive, feeds, live, past }),
): Handlers {
  return {
    ...plainlyAll(createFeedAnswers(feeds, live, past, archive)),
    ...plainlyAll(
      createMarkAnswers(async (id) => {
        await archive.ready();
        return (await readPaper(await openIndex(), id))[0];
      }),
    ),
    ...plainlyAll(createIndexAnswers(archive.ready)),
    lookup: plainly(async ({ ids, group }) => {
      const [settings] = await Promise.all([readSettings(), archive.ready()]);
      if (!badgeWishes(settings, group)) return [];
      return (await lookup(await openIndex(), ids)).map(badgeInWords);
    }),
    conversation: plainly(async ({ id }) => {
      await archive.ready();
      return conversation(id);
    }),
    loadTexts: plainly(async ({ id }) => {
      await archive.ready();
      const dates = (await readPaper(await openIndex(), id)).map(({ date }) => date.slice(0, 7));
      await feeds.loadTexts([...new Set(dates)]);
      return conversation(id);
    }),
    openDay: plainly(async ({ date }) => {
      await openDay(date);
      return null;
    }),
    async toolbarNumber() {
      await toolbarNumberChosen();
      return null;
    },
    pageChanged: plainly(async ({ kind, changed }) => {
      await noteChangedPage(kind, changed);
      return null;
    }),
    importFile: plainly(({ name, content, keep }) =>
      importFile(name, content, new Date().toISOString().slice(0, 10), keep),
    ),
    status: plainly(() => status(archive)),
    deleteEverything: plainly(async ({ all = false }) => {
      await deletion.run(all);
      return null;
    }),
    restoreArchive: plainly(async ({ id }) => {
      await archive.restore(id);
      return null;
    }),
  };
}

async function conversation(id: PaperId): Promise<ConversationEntry[]> {
  const { hideFigures } = await readSettings();
  const entries = await readPaper(await openIndex(), id);
  return hideFigures ? entries.map(withoutFigures) : entries;
}

/** The networks stay, because they say what its posts are. */
function withoutFigures(entry: ConversationEntry): ConversationEntry {
  const { sources: _, ...rest } = entry;
  return { ...rest, counts: rest.counts.map(({ network }) => ({ network })) };
}

const NOTHING = { digests: 0, papers: 0, bytes: 0 };

/** An index that cannot be opened is reported as the archive's failure: callers have one place to look. */
async function status(archive: BundledDigests): Promise<IndexStatus> {
  const reading = openIndex().then(contentsOf);
  const contents = await reading.catch(() => undefined);
  const { state, ...rest } = { progress: 0, ...(await archive.state()) }; // after the contents: an import may have ended meanwhile
  if (state === "failed") return { archive: state, ...rest, ...(contents ?? NOTHING) };
  return { archive: state, ...rest, ...(contents ?? (await reading)) };
}

async function contentsOf(db: IndexDatabase) {
  const [contents, damaged] = await Promise.all([indexStatus(db), damagedRows(db)]);
  return { ...contents, ...(damaged > 0 && { damaged }) };
}

function plainly<Request, Reply>(handle: (request: Request) => Promise<Reply>) {
  return async (request: Request): Promise<Reply> => {
    try {
      return await handle(request);
    } catch (error) {
      warn(error);
      throw new Error(plainError(error), { cause: error });
    }
  };
}

function plainlyAll<Some extends Partial<Handlers>>(handlers: Some): Some {
  const entries = Object.entries(handlers) as [string, (request: never) => Promise<unknown>][];
  return Object.fromEntries(entries.map(([type, handle]) => [type, plainly(handle)])) as Some;
}
