/** Made marks for tests. */
import type { MarkChange, MarkedPaper } from "../../lib/marks/marks.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";

export const facts = (change: Partial<MarkedPaper> = {}): MarkedPaper => ({
  id: "2108.04840" as PaperId,
  title: "A Paper About Something",
  authors: ["Ada One", "Bo Two"],
  categories: ["cs.LG", "cs.CL"],
  date: "2021-08-12",
  ...change,
});

export const change = (more: Partial<MarkChange> = {}): MarkChange => ({
  paper: facts(),
  kind: "saved",
  on: true,
  at: 1_700_000_000_000,
  ...more,
});

/** `count` papers with ids of their own. */
export const manyFacts = (count: number): MarkedPaper[] =>
  Array.from({ length: count }, (_, i) =>
    facts({ id: `2108.${String(i + 1).padStart(5, "0")}` as PaperId, title: `Paper ${i + 1}` }),
  );
