/** Files from the reader's disk to the index: one at a time, because each is a message and a transaction of the worker. */
import type { ImportReport } from "../../lib/messages/messages.ts";
import {
  type FileOutcome,
  fileDone,
  filesAdded,
  fileStarted,
  type ImportState,
  NO_IMPORT,
} from "./import-state.ts";
import { readDigestFile } from "./read-digest-file.ts";
import { plainError } from "../../lib/texts/plain-error.ts";

export interface FileImporter {
  /** Adds files to those that wait. */
  add: (files: readonly File[]) => void;
}

interface FileImporterOptions {
  /** Gives one file's text to the worker. */
  importFile: (name: string, content: string) => Promise<ImportReport>;
  onState: (state: ImportState) => void;
}

export function createFileImporter({ importFile, onState }: FileImporterOptions): FileImporter {
  let state = NO_IMPORT;
  const waiting: File[] = [];
  const set = (next: ImportState) => {
    state = next;
    onState(state);
  };

  async function outcomeOf(file: File): Promise<FileOutcome> {
    const read = await readDigestFile(file);
    if (read.kind === "refused") return read;
    try {
      return { kind: "read", report: await importFile(file.name, read.content) };
    } catch (error) {
      return { kind: "failed", error: plainError(error) };
    }
  }

  async function work() {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      set(fileStarted(state, file.name));
      const outcome = await outcomeOf(file);
      set(fileDone(state, file.name, outcome)); // the current state: more files may have come meanwhile
    }
  }

  return {
    add(files) {
      const idle = state.kind !== "running";
      waiting.push(...files);
      set(
        filesAdded(
          state,
          files.map(({ name }) => name),
        ),
      );
      if (idle) void work(); // every failure is an outcome
    },
  };
}
