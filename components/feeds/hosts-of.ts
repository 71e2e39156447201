import { list } from "../../lib/texts/format.ts";

/** `a.example.org and b.example.org` for what permissions call `https://a.example.org/*` and so on. */
export const hostsOf = (origins: readonly string[]): string =>
  list(origins.map((origin) => new URL(origin.replace("*", "")).hostname));
