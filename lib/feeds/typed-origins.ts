import { repositoryOf, typedUrl } from "./address.ts";
import { JSDELIVR, originOf, originsOf } from "./origins.ts";

/** The hosts that are asked about a typed address; none if it is not an address. */
export function originsOfTyped(typed: string): string[] {
  try {
    const url = typedUrl(typed);
    return repositoryOf(url) ? originsOf(Object.values(JSDELIVR)) : [originOf(url.href)];
  } catch {
    return []; // the check tells what is wrong
  }
}
