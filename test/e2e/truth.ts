/** Which papers are in the archive, told without any code of the extension. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { archivedIds as ours } from "../arxiv/papers.ts";

const DIGESTS = "../shared/digests";

/** The archive's own files where they are there, else the papers of our arXiv of which we know. */
export const archivedIds: ReadonlySet<string> = existsSync(DIGESTS)
  ? new Set(
      readdirSync(DIGESTS).flatMap((name) =>
        [
          ...readFileSync(`${DIGESTS}/${name}`, "utf8").matchAll(
            /\[abs\]\(https:\/\/arxiv\.org\/abs\/([^)]+)\)/gu,
          ),
        ].map(([, id = ""]) => id),
      ),
    )
  : ours;

/** An id as a page prints it, without version and subject class: `nlin.CD/0703037v2` is `nlin/0703037`. */
export function canonical(id: string): string {
  return id.replace(/v\d+$/u, "").replace(/^([a-z-]+)\.[A-Z]{2}\//u, "$1/");
}

/** The badges that a page with these ids must have, in order. */
export function badgesOf(ids: readonly string[], digests: ReadonlySet<string> = archivedIds): string[] {
  return ids.map(canonical).filter((id) => digests.has(id));
}
