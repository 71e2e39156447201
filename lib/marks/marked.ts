/** Where in `storage.local` it is noted that there are marks, so that a page of arXiv need not read them to know that there are none. */
export const MARKED = "marked";
