import type { PaperId } from "./paper-id.ts";

/** arXiv's abstract page of a paper, its newest version. */
export const absUrl = (id: PaperId): string => `https://arxiv.org/abs/${id}`;

/** The paper itself as PDF, its newest version. */
export const pdfUrl = (id: PaperId): string => `https://arxiv.org/pdf/${id}`;

/** arXiv's list of recent papers of a category. */
export const listUrl = (category: string): string => `https://arxiv.org/list/${category}/recent`;
