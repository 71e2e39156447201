/** Marks of a page, connected with storage and the worker. */
import { watchMarks } from "../../marks/stored-marks.ts";
import { ask } from "../../messages/ask.ts";
import type { PageMark } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { HOST } from "../badge/badge-host.ts";
import { listen } from "../trusted.ts";
import type { PageMarks } from "./page-marks.ts";

/**
 * @param privately this is a page of a private window: what was marked in those only the worker knows, which is asked again when the page
 *   comes back into sight
 */
export function createPageMarks(document: Document, privately: boolean): PageMarks {
  let told: (() => Promise<void>) | undefined;
  return {
    watch(onMarks, signal) {
      if (privately) {
        told = async () => {
          const ids = [...document.querySelectorAll<HTMLElement>(HOST)].flatMap(
            ({ dataset }) => (dataset["hotPaper"] ?? []) as PaperId,
          );
          const marks = await ask("pageMarks", { ids: [...new Set(ids)], privately });
          if (!signal.aborted) onMarks(new Map(marks.map((mark) => [mark.id, mark])));
        };
        const again = () => void told?.().catch(() => undefined); // an extension that is gone
        listen(document, "visibilitychange", again, { signal });
        watchMarks(again, signal);
        return;
      }
      watchMarks((marks) => {
        onMarks(
          new Map(
            [...marks].map(([id, { saved, read }]) => [
              id,
              { id, saved: saved !== undefined, read: read !== undefined },
            ]),
          ),
        );
      }, signal);
    },
    async set(id, kind, on) {
      const [mark] = await ask("pageMarks", { ids: [id], change: { kind, on }, privately });
      if (privately) await told?.();
      return mark ?? ({ id, saved: false, read: false } satisfies PageMark);
    },
  };
}
