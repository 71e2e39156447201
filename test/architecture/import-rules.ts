/** Who may import whom. Imports point from places to rules and from effects to pure code (CONTRIBUTING.md has the table). */

/** One import in a source file. */
export interface Import {
  /** Path of the file from the root of the project. */
  from: string;
  /** What it names: a path from the root for our own files, else the name of a package. */
  to: string;
  ours: boolean;
  typeOnly: boolean;
}

interface Rule {
  /** Beginning of a path that the rule is about; the first rule that fits a file holds. */
  place: string;
  /** Beginnings of our own paths that it may import beside its own place. */
  ours: readonly string[];
  /** Beginnings of our own paths of which it may import types only. */
  types?: readonly string[];
  /** Packages that it may import, by name or `node:` for Node itself. */
  packages: readonly string[];
}

const RULES: readonly Rule[] = [
  // Rules, without any effect. They run in Node as they are.
  { place: "lib/paper/", ours: [], packages: [] },
  { place: "lib/digest/", ours: ["lib/paper/"], packages: ["htmlparser2", "js-yaml", "zod"] },
  { place: "lib/day/", ours: ["lib/digest/"], packages: [] },
  { place: "lib/hot-list/", ours: ["lib/paper/", "lib/digest/", "lib/ranking/"], packages: [] },
  // What pictures show, reckoned from digests.
  { place: "lib/charts/", ours: ["lib/digest/"], packages: [] },
  {
    place: "lib/export/",
    ours: ["lib/paper/"],
    types: ["lib/digest/", "lib/hot-list/", "lib/marks/"],
    packages: [],
  },
  // TeX in titles and abstracts; the renderer is a module of its own, loaded where there is a formula.
  { place: "lib/tex/", ours: [], packages: ["temml"] },
  {
    place: "lib/ranking/",
    ours: ["lib/paper/", "lib/digest/", "lib/day/"],
    types: ["lib/sources/"],
    packages: [],
  },
  { place: "lib/http/", ours: [], packages: [] },
  { place: "lib/markup/", ours: [], packages: ["htmlparser2"] },
  // Digests of others: their form, their servers.
  {
    place: "lib/feed/",
    ours: ["lib/paper/", "lib/digest/", "lib/http/", "lib/markup/"],
    packages: ["htmlparser2", "zod"],
  },
  {
    place: "lib/sources/",
    ours: ["lib/paper/", "lib/digest/", "lib/day/", "lib/http/", "lib/markup/"],
    packages: ["htmlparser2", "zod"],
  },
  // What command line and extension make of the sources' answers.
  {
    place: "lib/today/",
    ours: ["lib/paper/", "lib/digest/", "lib/day/", "lib/sources/", "lib/ranking/"],
    packages: [],
  },
  // The command line.
  {
    place: "lib/publish/",
    ours: [
      "lib/paper/",
      "lib/digest/",
      "lib/day/",
      "lib/feed/",
      "lib/sources/",
      "lib/ranking/",
      "lib/today/",
    ],
    packages: ["zod"],
  },
  {
    place: "lib/cli/",
    ours: [
      "lib/paper/",
      "lib/digest/",
      "lib/day/",
      "lib/http/",
      "lib/feed/",
      "lib/sources/",
      "lib/ranking/",
      "lib/today/",
      "lib/publish/",
    ],
    packages: ["node:", "zod"],
  },
  // The extension.
  { place: "lib/browser.ts", ours: [], packages: ["wxt/browser"] },
  { place: "lib/read-local.ts", ours: ["lib/browser.ts"], packages: [] },
  {
    place: "lib/texts/",
    ours: ["lib/browser.ts", "assets/public/_locales/", "lib/hot-list/hot-window.ts"],
    types: ["lib/messages/", "lib/digest/", "lib/hot-list/"],
    packages: [],
  },
  { place: "lib/marks/", ours: ["lib/paper/", "lib/browser.ts", "lib/read-local.ts"], packages: ["zod"] },
  {
    place: "lib/messages/",
    ours: ["lib/paper/", "lib/marks/", "lib/browser.ts"],
    types: ["lib/digest/"],
    packages: ["zod"],
  },
  { place: "lib/store/", ours: ["lib/paper/", "lib/digest/"], types: ["lib/messages/"], packages: ["idb"] },
  // Small enough for the page script.
  { place: "lib/mirror/", ours: ["lib/paper/"], types: ["lib/messages/"], packages: [] },
  { place: "lib/settings/", ours: ["lib/browser.ts", "lib/read-local.ts"], packages: [] },
  {
    place: "lib/worker/",
    ours: [
      "lib/paper/",
      "lib/digest/",
      "lib/day/",
      "lib/http/",
      "lib/feed/",
      "lib/sources/",
      "lib/today/",
      "lib/hot-list/visit.ts", // what is new: the number on the button counts as the popup does
      "lib/texts/",
      "lib/messages/",
      "lib/store/",
      "lib/mirror/",
      "lib/settings/",
      "lib/marks/",
      "lib/browser.ts",
    ],
    packages: ["zod"],
  },
  // Asks a worker of the page, which connects it with the index.
  {
    place: "lib/search/",
    ours: ["lib/paper/", "lib/hot-list/"],
    types: ["lib/digest/"],
    packages: ["@leeoniya/ufuzzy"],
  },
  {
    // What pages of ours know of the index and the worker, as plain functions.
    place: "lib/reader/",
    ours: [
      "lib/paper/",
      "lib/digest/",
      "lib/day/",
      "lib/hot-list/",
      "lib/texts/",
      "lib/messages/",
      "lib/store/",
      "lib/settings/",
      "lib/marks/",
      "lib/search/open-search.ts",
      "lib/worker/revision.ts",
      "lib/browser.ts",
    ],
    packages: [],
  },
  {
    place: "lib/page/",
    ours: ["lib/paper/", "lib/texts/"],
    types: ["lib/messages/", "lib/digest/"],
    packages: [],
  },
  {
    place: "components/",
    ours: ["lib/texts/", "lib/paper/", "lib/hot-list/", "lib/tex/", "lib/export/", "lib/charts/"],
    types: ["lib/messages/", "lib/digest/", "lib/settings/", "lib/marks/", "lib/reader/"],
    packages: ["preact"],
  },
  { place: "entrypoints/", ours: ["lib/", "components/"], packages: ["preact", "wxt"] },
];

const under = (places: readonly string[], path: string) => places.some((place) => path.startsWith(place));
const isPackage = (allowed: readonly string[], name: string) =>
  allowed.some((each) => name === each || name.startsWith(each.endsWith(":") ? each : `${each}/`));

/** Why an import is against the rules, in words, or undefined if it is fine. */
export function broken({ from, to, ours, typeOnly }: Import): string | undefined {
  const rule = RULES.find(({ place }) => from.startsWith(place));
  if (!rule) return `${from} is in no place that we know`;
  if (to.startsWith("entrypoints/") && !from.startsWith("entrypoints/"))
    return `${from}: nobody imports ${to}`;
  if (!ours)
    return isPackage(rule.packages, to) ? undefined : `${from}: ${rule.place} does not use the package ${to}`;
  if (to.startsWith(rule.place) || under(rule.ours, to)) return undefined;
  if (!under(rule.types ?? [], to)) return `${from}: ${rule.place} must not know ${to}`;
  return typeOnly ? undefined : `${from}: ${rule.place} takes nothing but types of ${to}`;
}
