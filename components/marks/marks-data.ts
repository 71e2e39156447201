/** The reader's marks as data: how many there are, and their export and import. */
import { writeMarksFile } from "../../lib/marks/write-marks-file.ts";
import type { Marks } from "../../lib/marks/marks.ts";
import type { MarksImport } from "../../lib/messages/messages.ts";
import { type FileRefusal, readDigestFile } from "../options/read-digest-file.ts";
import { createStore } from "../../lib/store.ts";
import { plainError } from "../../lib/texts/plain-error.ts";

/** The result of the last press. */
export type MarksOutcome =
  | { kind: "imported"; name: string; report: Extract<MarksImport, { ok: true }> }
  | {
      kind: "refused";
      name: string;
      problem: Extract<MarksImport, { ok: false }>["problem"] | FileRefusal["reason"];
    }
  | { kind: "deleted" }
  | { kind: "failed"; error: string };

export interface MarksData {
  /** Absent until they have been read. */
  marks?: Marks;
  outcome?: MarksOutcome;
}

export interface MarksDataActions {
  onSaveFile: () => void;
  onReadFile: (file: File) => void;
  onDelete: () => void;
}

interface MarksDataSources {
  importMarks: (content: string) => Promise<MarksImport>;
  deleteMarks: () => Promise<unknown>;
  watch: (onMarks: (marks: Marks) => void, signal: AbortSignal) => void;
  /** Gives a file to the browser. */
  save: (name: string, type: string, content: string) => void;
  now: () => Date;
  /** Called at once, and again with every change. */
  onData: (data: MarksData, actions: MarksDataActions) => void;
  signal: AbortSignal;
}

export function createMarksData({
  importMarks,
  deleteMarks,
  watch,
  save,
  now,
  onData,
  signal,
}: MarksDataSources): void {
  const { state, set } = createStore<MarksData>({}, (data) => onData(data, actions));

  /** Does something; what goes wrong is shown instead of being lost. */
  async function attempt(work: () => Promise<MarksOutcome>) {
    try {
      set({ outcome: await work() });
    } catch (error) {
      set({ outcome: { kind: "failed", error: plainError(error) } });
    }
  }

  async function importFile(file: File): Promise<MarksOutcome> {
    const { name } = file;
    const read = await readDigestFile(file);
    if (read.kind === "refused") return { kind: "refused", name, problem: read.reason };
    const report = await importMarks(read.content);
    return report.ok
      ? { kind: "imported", name, report }
      : { kind: "refused", name, problem: report.problem };
  }

  const actions: MarksDataActions = {
    onSaveFile() {
      const written = now();
      const name = `hot-papers-marks-${written.toISOString().slice(0, 10)}.json`;
      save(name, "application/json", writeMarksFile(state().marks ?? new Map(), written));
    },
    onReadFile: (file) => void attempt(() => importFile(file)),
    onDelete: () =>
      void attempt(async () => {
        await deleteMarks();
        return { kind: "deleted" };
      }),
  };
  onData(state(), actions);
  watch((marks) => set({ marks }), signal);
}
