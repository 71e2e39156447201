/** A list of feeds as a file: its addresses are checked one after the other, and those that have something are added. */
import { originsOf } from "../../lib/feeds/origins.ts";
import type { Messages, MessageType, Reply } from "../../lib/messages/messages.ts";
import { plainError } from "../../lib/texts/plain-error.ts";

type Named = { title: string; address: string };

export type OpmlModel =
  | { kind: "idle" }
  /** Nothing is asked yet. */
  | { kind: "read"; feeds: Named[]; left: number }
  | { kind: "asking"; done: number; of: number }
  /** The titles of those that were added, and of those that were here already; why the others were not. */
  | { kind: "asked"; added: string[]; known: string[]; refused: { title: string; why: string }[] }
  | { kind: "failed"; why: string };

export interface OpmlActions {
  onFile: (file: Pick<File, "text">) => void;
  /** To be called in the click itself: browsers ask for hosts only then. */
  onCheckAll: () => void;
  onSave: () => void;
  /** Also ends the asking; what was added stays. */
  onCancel: () => void;
}

interface OpmlSources {
  ask: <T extends MessageType>(type: T, request: Messages[T]["request"]) => Promise<Reply<T>>;
  requestHosts: (origins: readonly string[]) => Promise<boolean>;
  /** Gives a file to the browser. */
  save: (name: string, type: string, content: string) => void;
  /** Called at once, and again with every change. */
  onModel: (model: OpmlModel, actions: OpmlActions) => void;
}

/** What is done with files of feeds. */
export function createOpmlModel({ ask, requestHosts, save, onModel }: OpmlSources): void {
  let model: OpmlModel = { kind: "idle" };
  const set = (next: OpmlModel) => onModel((model = next), actions);
  const attempt = (work: () => Promise<void>) =>
    void work().catch((error: unknown) => set({ kind: "failed", why: plainError(error) }));

  async function checkAll(feeds: readonly Named[], asked: Promise<boolean>) {
    const result: Extract<OpmlModel, { kind: "asked" }> = {
      kind: "asked",
      added: [],
      known: [],
      refused: [],
    };
    const askedSoFar = (done: number): OpmlModel => ({ kind: "asking", done, of: feeds.length });
    let asking = askedSoFar(0);
    set(asking);
    await asked;
    for (const [place, { title, address }] of feeds.entries()) {
      const found = await ask("checkFeed", { address });
      if (model !== asking) return; // the reader ended it
      if (!found.ok) result.refused.push({ title, why: found.text });
      else if (found.known) result.known.push(found.title);
      else {
        await ask("addFeed", { address: found.address, title: found.title });
        result.added.push(found.title);
      }
      if (model !== asking) return;
      set((asking = askedSoFar(place + 1)));
    }
    set(result);
  }

  const actions: OpmlActions = {
    onFile: (file) =>
      attempt(async () => {
        const found = await ask("readOpml", { content: await file.text() });
        set(
          found.ok
            ? { kind: "read", feeds: found.feeds, left: found.left }
            : { kind: "failed", why: found.text },
        );
      }),
    onCheckAll() {
      if (model.kind !== "read") return;
      const { feeds } = model;
      const asked = requestHosts(originsOf(feeds.map(({ address }) => address))); // before anything is awaited
      attempt(() => checkAll(feeds, asked));
    },
    onSave: () =>
      attempt(async () => save("hot-papers-feeds.opml", "text/x-opml", await ask("writeOpml", {}))),
    onCancel: () => set({ kind: "idle" }),
  };
  onModel(model, actions);
}
