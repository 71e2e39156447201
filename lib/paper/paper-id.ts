/**
 * The identity of an arXiv paper, parsed once at the edge. Canonical: no version, no `arXiv:`, no subject class
 * (`math.GT/0309136` is `math/0309136`), archive in lower case. Forms: https://info.arxiv.org/help/arxiv_identifier.html
 */
import { isArchive } from "./archives.ts";

declare const brand: unique symbol;

/** A canonical arXiv id: `2108.04840`, `0704.0001`, `hep-th/9901001`. */
export type PaperId = string & { readonly [brand]: true };

export interface VersionedId {
  id: PaperId;
  /** 1 or more; absent if the text named no version. */
  version?: number;
}

/** The first month whose numbers have five digits. */
const FIVE_DIGITS = "1501";

/** `YYMM.NNNN` until December 2014, `YYMM.NNNNN` since; from April 2007 on. */
const NEW = /^(\d{2})(0[1-9]|1[0-2])\.(\d{4,5})$/;
/**
 * `archive/YYMMNNN` until March 2007; archive and subject class (`math.GT`, `cond-mat.str-el`), which is not part of the id,
 * may have a hyphen.
 */
const OLD = /^([a-z]+(?:-[a-z]+)*)(?:\.[a-z]+(?:-[a-z]+)*)?\/(\d{2}(?:0[1-9]|1[0-2]))(\d{3})$/i;
/** Longer than any form of an id: a longer text is not looked at, so that none takes long. */
const LONGEST = 100;

/** A text without the slashes at its end, in time that its length bounds. */
export function withoutEndSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === "/") end -= 1;
  return text.slice(0, end);
}

/**
 * Reads an id that arXiv itself wrote, in any form that its pages and addresses use: only the form is looked at, which is all that the
 * page script needs. From anywhere else use `parsePaperId`.
 *
 * @returns undefined if the text is not an id
 */
export function parseIdForm(text: string): VersionedId | undefined {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return undefined;
  const bare = withoutEndSlashes(trimmed.replace(/^arxiv:\s*/i, "")).replace(/\.pdf$/i, "");
  const [, name = "", versionText] = /^(.*?)(?:v(\d*))?$/is.exec(bare) ?? [];
  const id = canonical(name);
  if (id === undefined) return undefined;
  const version = Number(versionText || 0);
  return version > 0 ? { id, version } : { id };
}

/**
 * Reads an id in any form that arXiv's pages, links and files use: `2108.04840`, `arXiv:2108.04840v2`, `nlin.CD/0703037`,
 * `HEP-TH/9901001`, and the last part of an address (`2108.04840v1.pdf`, `2108.04840/`).
 *
 * @returns undefined if the text is not an id, or one that no paper of arXiv can have: one misspelt archive (`hepth/9711200`), asked
 *   for among others, makes arXiv refuse them all
 */
export function parsePaperId(text: string): VersionedId | undefined {
  const read = parseIdForm(text);
  return read && canExist(read.id) ? read : undefined;
}

/** Old ids name an archive, numbers begin at 1. */
const canExist = (id: PaperId): boolean =>
  numberOf(id) > 0 && (!id.includes("/") || isArchive(id.slice(0, id.indexOf("/"))));

function canonical(name: string): PaperId | undefined {
  const recent = NEW.exec(name);
  if (recent) {
    const month = `${recent[1]}${recent[2]}`;
    // Five digits since 2015: arXiv itself takes 1810.4805 for 1810.04805. Before that a fifth digit names no paper.
    const digits = month >= FIVE_DIGITS ? (recent[3] ?? "").padStart(5, "0") : (recent[3] ?? "");
    return month >= FIVE_DIGITS || digits.length === 4 ? (`${month}.${digits}` as PaperId) : undefined;
  }
  const old = OLD.exec(name);
  return old ? (`${old[1]?.toLowerCase()}/${old[2]}${old[3]}` as PaperId) : undefined;
}

/** Whether a text is an id in its canonical form. */
export function isPaperId(text: string): text is PaperId {
  return canonical(text) === text && canExist(text as PaperId);
}

/** The month an id was given in, with the archive of an old id: `2108`, `hep-th/9901`. */
export function monthOf(id: PaperId): string {
  return id.includes("/") ? id.slice(0, -3) : id.slice(0, 4);
}

/** The number of an id within its month: `2108.04840` is 4840, `hep-th/9901001` is 1. */
export function numberOf(id: PaperId): number {
  return Number(id.includes("/") ? id.slice(-3) : id.slice(5));
}

/** The id of a month and a number: the inverse of `monthOf` and `numberOf`. Numbers have five digits since 2015. */
export function paperIdFrom(month: string, number: number): PaperId {
  if (month.includes("/")) return `${month}${String(number).padStart(3, "0")}` as PaperId;
  const digits = month >= FIVE_DIGITS ? 5 : 4;
  return `${month}.${String(number).padStart(digits, "0")}` as PaperId;
}
