/** What the worker does for each message. */
import { browser } from "../browser.ts";
import type { ConversationEntry, IndexStatus } from "../messages/messages.ts";
import type { Handlers } from "../messages/serve.ts";
import { badgeWishes } from "../settings/badge-wishes.ts";
import { noteChangedPage } from "../settings/changed-pages.ts";
import { forgetChoices } from "../settings/choices.ts";
import { readSettings } from "../settings/settings.ts";
import { lookup } from "../store/lookup.ts";
import { openIndex } from "../store/open.ts";
import { indexStatus, readPaper } from "../store/read.ts";
import { badgeInWords } from "../texts/badge-words.ts";
import type { Archive } from "./archive.ts";
import { createFeedAnswers } from "./feed-answers.ts";
import type { Feeds } from "./feeds.ts";
import type { Live } from "./live.ts";
import { importFile } from "./import-file.ts";
import { createMarkAnswers } from "./mark-answers.ts";
import { openDay } from "./open-day.ts";
import { plainText } from "./plain-text.ts";
import { toolbarNumberChosen } from "./toolbar-number.ts";
import { warn } from "./warn.ts";

/** One handler for each message; what they throw is a sentence for the reader. */
export function createAnswers(archive: Archive, feeds: Feeds, live: Live): Handlers {
  const marks = createMarkAnswers();
  return {
    ...plainlyAll(createFeedAnswers(feeds, live)),
    ...plainlyAll(marks),
    lookup: plainly(async ({ ids, group }) => {
      const [settings] = await Promise.all([readSettings(), archive.ready()]);
      if (!badgeWishes(settings, group)) return [];
      return (await lookup(await openIndex(), ids)).map(badgeInWords);
    }),
    conversation: plainly(async ({ id }) => {
      const [{ hideFigures }] = await Promise.all([readSettings(), archive.ready()]);
      const entries = await readPaper(await openIndex(), id);
      return hideFigures ? entries.map(withoutFigures) : entries;
    }),
    openOptions: plainly(async () => {
      await browser.runtime.openOptionsPage();
      return null;
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
    importFile: plainly(({ name, content }) =>
      importFile(name, content, new Date().toISOString().slice(0, 10)),
    ),
    status: plainly(() => status(archive)),
    deleteEverything: plainly(async ({ all = false }) => {
      await live.set(false); // what it is about to write would come back
      await feeds.deletedEverything(archive.deleteEverything, all);
      if (!all) return null;
      await marks.deleteMarks({});
      await forgetChoices();
      await toolbarNumberChosen();
      return null;
    }),
    restoreArchive: plainly(async () => {
      await archive.restore();
      return null;
    }),
  };
}

/** The networks stay, since they say what its posts are. */
function withoutFigures(entry: ConversationEntry): ConversationEntry {
  const { sources: _, ...rest } = entry;
  return { ...rest, counts: rest.counts.map(({ network }) => ({ network })) };
}

const NOTHING = { digests: 0, papers: 0, bytes: 0 };

/** An index that cannot be opened is told as the archive's failure: whoever asks has one place to look at. */
async function status(archive: Archive): Promise<IndexStatus> {
  const reading = openIndex().then(indexStatus);
  const contents = await reading.catch(() => undefined);
  const { state, ...rest } = await archive.state(); // after the contents: an import may have ended meanwhile
  if (state === "failed") return { archive: state, ...rest, ...(contents ?? NOTHING) };
  return { archive: state, ...rest, ...(contents ?? (await reading)) };
}

function plainly<Request, Reply>(handle: (request: Request) => Promise<Reply>) {
  return async (request: Request): Promise<Reply> => {
    try {
      return await handle(request);
    } catch (error) {
      warn(error);
      throw new Error(plainText(error), { cause: error });
    }
  };
}

function plainlyAll<Some extends Partial<Handlers>>(handlers: Some): Some {
  const entries = Object.entries(handlers) as [string, (request: never) => Promise<unknown>][];
  return Object.fromEntries(entries.map(([type, handle]) => [type, plainly(handle)])) as Some;
}
