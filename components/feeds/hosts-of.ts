import { list } from "../../lib/texts/format.ts";

/** `a.example.org and b.example.org` of what permissions name `https://a.example.org/*` and so on. */
export const hostsOf = (origins: readonly string[]): string =>
  list(origins.map((origin) => new URL(origin.replace("*", "")).hostname));
