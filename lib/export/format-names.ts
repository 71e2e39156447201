/** Which forms there are, and what their files are called. */

export const PAPER_FORMATS = ["link", "markdown", "bibtex"] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

export const LIST_FORMATS = ["bibtex", "ris", "markdown", "csv", "json", "html"] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** Ending and media type of a list's file. */
export const FILES: Readonly<Record<ListFormat, { ending: string; type: string }>> = {
  bibtex: { ending: "bib", type: "application/x-bibtex" },
  ris: { ending: "ris", type: "application/x-research-info-systems" },
  markdown: { ending: "md", type: "text/markdown" },
  csv: { ending: "csv", type: "text/csv" },
  json: { ending: "json", type: "application/json" },
  html: { ending: "html", type: "text/html" },
};
