/** Which papers are in the bundled digests, told without any code of the extension. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { archivedIds as ours } from "../arxiv-host/papers.ts";

const DIGESTS = "../shared/digests";
const UPVOTED = "../shared/hf-digests";
/** With fewer a paper of Hugging Face's is not bundled. */
const LEAST_UPVOTES = 5;

const idsOfTweeted = () =>
  readdirSync(DIGESTS).flatMap((name) =>
    [
      ...readFileSync(`${DIGESTS}/${name}`, "utf8").matchAll(
        /\[abs\]\(https:\/\/arxiv\.org\/abs\/([^)]+)\)/gu,
      ),
    ].map(([, id = ""]) => id),
  );

interface UpvotedDay {
  papers: { id: string; counts: { upvotes: number }[] }[];
}

const idsOfUpvoted = () =>
  readdirSync(UPVOTED)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => (JSON.parse(readFileSync(`${UPVOTED}/${name}`, "utf8")) as UpvotedDay).papers)
    .filter(({ counts }) => counts.some(({ upvotes }) => upvotes >= LEAST_UPVOTES))
    .map(({ id }) => id);

/** What the sets were made of if that is here, otherwise the papers of our arXiv of which we know. */
export const archivedIds: ReadonlySet<string> =
  existsSync(DIGESTS) && existsSync(UPVOTED) ? new Set([...idsOfTweeted(), ...idsOfUpvoted()]) : ours;

/** An id as a page prints it, without version and subject class: `nlin.CD/0703037v2` is `nlin/0703037`. */
export function canonical(id: string): string {
  return id.replace(/v\d+$/u, "").replace(/^([a-z-]+)\.[A-Z]{2}\//u, "$1/");
}

/** The badges that a page with these ids must have, in order. */
export function badgesOf(ids: readonly string[], digests: ReadonlySet<string> = archivedIds): string[] {
  return ids.map(canonical).filter((id) => digests.has(id));
}
