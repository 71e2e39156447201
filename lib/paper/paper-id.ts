/**
 * The identity of an arXiv paper, parsed once at the edge. Canonical: no version, no `arXiv:`, no subject class
 * (`math.GT/0309136` is `math/0309136`), archive in lower case. Forms: https://info.arxiv.org/help/arxiv_identifier.html
 */
declare const brand: unique symbol;

/** A canonical arXiv id: `2108.04840`, `0704.0001`, `hep-th/9901001`. */
export type PaperId = string & { readonly [brand]: true };

export interface VersionedId {
  id: PaperId;
  /** 1 or more; absent where the text named no version. */
  version?: number;
}
