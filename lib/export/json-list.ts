import type { ExportList, ExportPaper } from "./export-paper.ts";

/**
 * The list in the words of the digest's JSON form, version 1. Its papers may be of several days, so each says its own. There is none for
 * the whole, so that a part of a digest is not taken for the digest.
 */
export const jsonList = ({ title, papers }: ExportList): string =>
  `${JSON.stringify({ version: 1, title, papers: papers.map(fields) }, undefined, 2)}\n`;

const time = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());

/** In the form's order, without what only our own pages know. */
const fields = (paper: ExportPaper) => ({
  id: paper.id,
  date: paper.date,
  rank: paper.rank,
  title: paper.title,
  authors: paper.authors,
  categories: paper.categories,
  abstract: paper.abstract,
  counts: paper.counts,
  ranks: paper.ranks,
  posts: paper.posts,
  saved: time(paper.saved),
  read: time(paper.read),
  note: paper.note,
});
