/**
 * "Delete everything". It takes some steps in several storages, and a browser may be killed between them: a note of what is
 * wanted comes first and goes last, and a worker that finds it at its start completes what was begun. Every step may be done twice.
 */
import { forgetAllBut } from "../settings/choices.ts";
import { fieldsOf } from "../stored-shape.ts";
import { storedValue } from "../stored-value.ts";
import type { BundledDigests } from "./bundled-digests.ts";
import type { Feeds } from "./feeds.ts";
import { isKeptAfterDeletion } from "./kept-after-deletion.ts";
import type { Live } from "../live/live.ts";
import type { PastDays } from "../live/live-past.ts";
import { deleteAllMarks } from "./mark-handlers.ts";
import { toolbarNumberChosen } from "./toolbar-number.ts";
import { warn } from "../warn.ts";

export interface Deletion {
  /** Deletes all digests, with `all` also feeds, marks and what was chosen. Throws what stopped it; then it is not resumed. */
  run: (all: boolean) => Promise<void>;
  /** Completes what an earlier life of the worker began. Never throws. */
  resume: () => Promise<void>;
}

interface DeletionParts {
  archive: BundledDigests;
  feeds: Feeds;
  live: Live;
  past: PastDays;
}

const note = storedValue("deleting");

export function createDeletion({ archive, feeds, live, past }: DeletionParts): Deletion {
  async function work(all: boolean): Promise<void> {
    await past.stop();
    await live.set(false); // what it is about to write would come back
    await feeds.deletedEverything(archive.deleteEverything, all);
    if (!all) return;
    await deleteAllMarks();
    await forgetAllBut(isKeptAfterDeletion);
    await toolbarNumberChosen();
  }

  return {
    async run(all) {
      // A full disk cannot hold the note, and is all the more reason to go on.
      await note.write({ all }).catch((error: unknown) => warn(error));
      try {
        await work(all);
      } finally {
        await note.remove();
      }
    },
    async resume() {
      try {
        const { all } = fieldsOf(await note.read());
        if (typeof all !== "boolean") return;
        await work(all);
        await note.remove();
      } catch (error) {
        warn(error); // the note stays for the next start
      }
    },
  };
}
