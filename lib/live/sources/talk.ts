/** Facts that sources give: what a network says of a paper, and what a paper is called. Nothing here judges or orders. */
import type { Counts, Post } from "../../digest/digest.ts";
import type { PaperId } from "../../paper/paper-id.ts";

/** What a paper is called. */
export interface Names {
  title: string;
  authors: string[];
  /** arXiv's category names, the primary one first; empty if the source does not know them. */
  categories: string[];
  /** Paragraphs separated by a blank line. */
  abstract?: string;
}

/** A post with its own figures. A figure that is absent is unknown. */
export interface CountedPost extends Post {
  reposts?: number;
  likes?: number;
  points?: number;
  /** What the service calls the author, for asking it about them (Bluesky's DID). */
  authorId?: string;
}

/** What one network says of one paper. */
export interface Talk {
  id: PaperId;
  counts: Counts;
  posts: CountedPost[];
  /** Set if the network itself knows the paper's name. */
  names?: Names;
}

/** White space folded into single spaces, as titles and names are kept. */
export const fold = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The same for an abstract: a blank line, or a line that begins with white space, begins a paragraph (arXiv's custom). */
export const foldAbstract = (text: string): string =>
  text
    .trim()
    .split(/\n\s*\n|\n[ \t]+/)
    .map(fold)
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
