/** Own data from a file: it is read, the reader is asked, and all of it is added. */
import { originsOf } from "../../lib/feeds/origins.ts";
import { plainError } from "../../lib/texts/plain-error.ts";
import type { OwnDataFile, OwnDataReport } from "./add-own-data.ts";
import { type FileRefusal, readDigestFile } from "./read-digest-file.ts";
import type { OwnData, OwnDataProblem, OwnDataRead } from "./read-own-data.ts";
import type { FeedSettings } from "../../lib/settings/feeds.ts";

/** What a file has, and whom it makes us ask. */
export interface FoundData {
  data: OwnData;
  /** Addresses that are asked for news once it is added. */
  addresses: string[];
}

export type OwnDataModel =
  | { kind: "idle" }
  | { kind: "reading"; name: string }
  /** Nothing is changed yet. */
  | { kind: "found"; name: string; found: FoundData }
  | { kind: "adding"; name: string }
  | { kind: "added"; name: string; report: OwnDataReport }
  | { kind: "refused"; name: string; problem: OwnDataProblem | FileRefusal["reason"] }
  | { kind: "failed"; why: string };

export interface OwnDataActions {
  onFile: (file: File) => void;
  /** To be called in the click itself: browsers ask for hosts only then. */
  onAdd: () => void;
  onCancel: () => void;
}

/** What asks others by itself: feeds, and what is switched on or off. */
type Asking = Pick<FeedSettings, "feeds" | "fullTexts" | "live">;

interface OwnDataSources {
  read: (content: string) => Promise<OwnDataRead>;
  add: (file: OwnDataFile) => Promise<OwnDataReport>;
  here: () => Promise<Asking>;
  /** Whom each switch asks. */
  asked: Readonly<Record<"fullTexts" | "live", readonly string[]>>;
  requestHosts: (origins: readonly string[]) => Promise<boolean>;
  /** Called at once, and again with every change. */
  onModel: (model: OwnDataModel, actions: OwnDataActions) => void;
}

export function createOwnDataModel(sources: OwnDataSources): void {
  const { read, add, here, asked, requestHosts, onModel } = sources;
  let model: OwnDataModel = { kind: "idle" };
  /** Of the file that is found. */
  let content = "";
  const set = (next: OwnDataModel) => onModel((model = next), actions);
  const attempt = (work: () => Promise<void>) =>
    void work().catch((error: unknown) => set({ kind: "failed", why: plainError(error) }));

  async function readFile(file: File) {
    const { name } = file;
    set({ kind: "reading", name });
    const text = await readDigestFile(file);
    if (text.kind === "refused") return set({ kind: "refused", name, problem: text.reason });
    const answer = await read(text.content);
    if (!answer.ok) return set({ kind: "refused", name, problem: answer.problem });
    content = text.content;
    const { data } = answer;
    set({ kind: "found", name, found: { data, addresses: newlyAsked(data, await here(), asked) } });
  }

  const actions: OwnDataActions = {
    onFile(file) {
      if (model.kind !== "reading" && model.kind !== "adding") attempt(() => readFile(file));
    },
    onAdd() {
      if (model.kind !== "found") return;
      const { name, found } = model;
      const answered = requestHosts(originsOf(found.addresses)); // before anything is awaited
      set({ kind: "adding", name });
      attempt(async () => {
        await answered; // the feeds work with either answer, and the options say what it means
        set({ kind: "added", name, report: await add({ name, content, data: found.data }) });
        content = "";
      });
    },
    onCancel() {
      content = "";
      set({ kind: "idle" });
    },
  };
  onModel(model, actions);
}

/** Whom the file makes us ask: what already asks here does not count. */
function newlyAsked({ feeds, settings }: OwnData, here: Asking, asked: OwnDataSources["asked"]): string[] {
  const known = new Set(here.feeds.map(({ address }) => address));
  const coming = feeds.filter(({ address, on }) => on && !known.has(address));
  return [
    ...coming.map(({ address }) => address),
    ...(settings?.fullTexts && !here.fullTexts ? asked.fullTexts : []),
    ...(settings?.live && !here.live ? asked.live : []),
  ];
}
