/**
 * arXiv's archives, those of today and those that were closed: the part before the slash of an old id. Facts from its own list
 * (https://arxiv.org/category_taxonomy), whose source is arXiv/arxiv-base, arxiv/taxonomy/definitions.py (at commit 0c701c0).
 */
const ARCHIVE =
  /^(?:acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|econ|eess|funct-an|gr-qc|hep-(?:ex|lat|ph|th)|math(?:-ph)?|mtrl-th|nlin|nucl-(?:ex|th)|patt-sol|physics|plasm-ph|q-(?:alg|bio|fin)|quant-ph|solv-int|stat|supr-con)$/;

/** Whether arXiv has, or had, an archive of this name (`hep-th`, `cs`, `alg-geom`), in lower case. */
export const isArchive = (name: string): boolean => ARCHIVE.test(name);
