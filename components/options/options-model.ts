/** What the options page shows and does. */
import type { BundledState } from "../../lib/settings/bundled-state.ts";
import type { Ask, IndexStatus } from "../../lib/messages/messages.ts";
import type { Settings } from "../../lib/settings/settings.ts";
import { createFileImporter } from "./import-files.ts";
import { type ImportState, NO_IMPORT } from "./import-state.ts";
import { createStore } from "../../lib/store.ts";
import { plainError } from "../../lib/texts/plain-error.ts";

export interface OptionsModel {
  /** Absent until they have been read. */
  settings?: Settings;
  /** Absent until the worker has told. */
  status?: IndexStatus;
  /** The bundled digests: newer than what `status` says of them while an import keeps the index from answering. */
  archive?: BundledState;
  /** Whether the browser lets the extension run on arXiv; absent until it has told. */
  access?: boolean;
  imports: ImportState;
  /** What was pressed and is not done yet. */
  busy?: "deleting" | "restoring" | "exporting";
  /** What could not be done, in the error's words. */
  trouble?: string;
}

export interface OptionsActions {
  onChange: (changed: Partial<Settings>) => void;
  onFiles: (files: readonly File[]) => void;
  /** Deletes all digests; with `all` also feeds, marks and what was chosen. */
  onDelete: (all: boolean) => void;
  /** Saves the reader's own data to a file. */
  onExport: () => void;
  onRestore: () => void;
  /** To be called in the click itself: browsers ask only then. */
  onGrantAccess: () => void;
}

interface OptionsSources {
  ask: Ask;
  readArchive: () => Promise<BundledState>;
  readSettings: () => Promise<Settings>;
  changeSettings: (changed: Partial<Settings>) => Promise<unknown>;
  hasAccess: () => Promise<boolean>;
  requestAccess: () => Promise<boolean>;
  exportData: () => Promise<unknown>;
  /** Called at once, and again with every change. */
  onModel: (model: OptionsModel, actions: OptionsActions) => void;
}

/** Something changed elsewhere: it is read again. */
export interface OptionsWatch {
  settingsChanged: () => void;
  indexChanged: () => void;
  accessChanged: () => void;
}

/** Reads everything once, then keeps it up to date as it is told of changes. */
export function createOptions({
  ask,
  readArchive,
  readSettings,
  changeSettings,
  hasAccess,
  requestAccess,
  exportData,
  onModel,
}: OptionsSources): OptionsWatch {
  const { state, set, drop } = createStore<OptionsModel>({ imports: NO_IMPORT }, (model) =>
    onModel(model, actions),
  );

  /** Does something; what goes wrong is shown instead of being lost. */
  async function attempt(work: () => Promise<void>) {
    try {
      await work();
    } catch (error) {
      set({ trouble: plainError(error) });
    }
  }
  const readAgain = {
    settings: () => attempt(async () => set({ settings: await readSettings() })),
    status: () => attempt(async () => set({ status: await ask("status", {}) })),
    archive: () => attempt(async () => set({ archive: await readArchive() })),
    access: () => attempt(async () => set({ access: await hasAccess() })),
  };
  async function press(busy: OptionsModel["busy"] & string, work: () => Promise<unknown>) {
    if (state().busy) return;
    drop("trouble");
    set({ busy });
    await attempt(async () => {
      await work();
    });
    drop("busy");
    await readAgain.status();
  }

  const importer = createFileImporter({
    importFile: (name, content) => ask("importFile", { name, content }),
    onState: (imports) => set({ imports }),
  });

  const actions: OptionsActions = {
    onChange: (changed) =>
      void attempt(async () => {
        await changeSettings(changed);
        if ((changed.toolbarNumber ?? changed.toolbarNumberMine) !== undefined)
          await ask("toolbarNumber", {});
        await readAgain.settings();
      }),
    onFiles: importer.add,
    onDelete: (all) => void press("deleting", () => ask("deleteEverything", { all })),
    onRestore: () => void press("restoring", () => ask("restoreArchive", {})),
    onExport: () => void press("exporting", exportData),
    onGrantAccess: () =>
      void attempt(async () => {
        await requestAccess();
      }),
  };

  onModel(state(), actions);
  void readAgain.settings();
  void readAgain.archive();
  void readAgain.status();
  void readAgain.access();
  return {
    settingsChanged: () => void readAgain.settings(),
    indexChanged() {
      void readAgain.archive();
      void readAgain.status();
    },
    accessChanged: () => void readAgain.access(),
  };
}
