/** Who may import whom. Imports point from places to rules and from effects to pure code (CONTRIBUTING.md has the table). */

/** One import in a source file. */
export interface Import {
  /** Path of the file from the root of the project. */
  from: string;
  /** What it names: a path from the root for our own files, otherwise the name of a package. */
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

/** Every room may know these: the doors to the browser, what is stored, what is said. */
const DOORS = [
  "lib/browser.ts",
  "lib/read-local.ts",
  "lib/stored-value.ts",
  "lib/stored-shape.ts",
  "lib/queue.ts",
];

const RULES: readonly Rule[] = [
  // Pure rules, in Node as in the browser.
  {
    place: "lib/paper/",
    ours: ["lib/tex/accents.ts", "lib/tex/split-formulas.ts", "lib/tex/split-tex.ts"],
    packages: [],
  },
  // TeX in titles and abstracts; the renderer is a module of its own, loaded if there is a formula.
  { place: "lib/tex/", ours: [], packages: ["temml"] },
  { place: "lib/digest/", ours: ["lib/paper/"], packages: ["htmlparser2", "zod"] },
  // What pictures of days, categories and papers show.
  { place: "lib/hot-list/charts/", ours: ["lib/digest/"], packages: [] },
  {
    place: "lib/export/",
    ours: ["lib/paper/", "lib/digest/tidy-text.ts", "lib/tex/split-tex.ts", "lib/texts/"],
    types: ["lib/digest/", "lib/hot-list/", "lib/marks/"],
    packages: [],
  },
  { place: "lib/net/", ours: [], packages: ["htmlparser2"] },
  // The doors to the browser, and what is stored there.
  { place: "lib/browser.ts", ours: [], packages: ["wxt/browser"] },
  { place: "lib/native-browser.ts", ours: [], packages: ["wxt/browser"] },
  { place: "lib/read-local.ts", ours: ["lib/browser.ts"], packages: [] },
  { place: "lib/stored-value.ts", ours: ["lib/browser.ts", "lib/read-local.ts"], packages: [] },
  { place: "lib/stored-shape.ts", ours: [], packages: [] },
  { place: "lib/queue.ts", ours: [], packages: [] },
  { place: "lib/product.ts", ours: [], packages: [] },
  { place: "lib/store.ts", ours: ["lib/texts/plain-error.ts"], packages: [] },
  { place: "lib/revision.ts", ours: DOORS, packages: [] },
  { place: "lib/warn.ts", ours: ["lib/settings/last-errors.ts"], packages: [] },
  { place: "lib/settings/", ours: DOORS, packages: [] },
  // What a page of ours shows of marks.
  {
    place: "lib/marks/marking.ts",
    ours: ["lib/marks/", "lib/texts/plain-error.ts"],
    packages: [],
  },
  {
    place: "lib/marks/page-marking.ts",
    ours: ["lib/marks/", "lib/messages/ask.ts", "lib/settings/private-window.ts"],
    packages: [],
  },
  {
    place: "lib/marks/arxiv-marking.ts",
    ours: ["lib/marks/", "lib/messages/ask.ts"],
    types: ["lib/messages/messages.ts", "lib/paper/paper-id.ts"],
    packages: [],
  },
  {
    place: "lib/marks/",
    ours: ["lib/paper/", "lib/digest/dates.ts", "lib/browser.ts", "lib/read-local.ts"],
    packages: ["zod"],
  },
  // What the reader follows: rules, and where it is kept.
  {
    place: "lib/follows/page-follows.ts",
    ours: ["lib/follows/", "lib/messages/ask.ts", "lib/settings/private-window.ts"],
    packages: [],
  },
  { place: "lib/follows/", ours: ["lib/paper/", ...DOORS], packages: [] },
  {
    place: "lib/messages/",
    ours: ["lib/paper/", "lib/marks/", "lib/texts/text.ts", "lib/browser.ts"],
    types: ["lib/digest/", "lib/settings/bundled-state.ts"],
    packages: ["zod"],
  },
  {
    place: "lib/texts/",
    ours: ["lib/browser.ts", "assets/public/_locales/", "lib/hot-list/period.ts", "lib/digest/networks.ts"],
    types: ["lib/messages/", "lib/digest/", "lib/hot-list/"],
    packages: [],
  },
  // Digests of others, and ours for others. Only what is kept and said of feeds knows the browser.
  {
    place: "lib/feeds/publish/",
    ours: ["lib/paper/", "lib/digest/", "lib/tex/accents.ts", "lib/feeds/read/", "lib/feeds/sha256.ts"],
    types: ["lib/live/sources/"],
    packages: ["zod"],
  },
  {
    place: "lib/feeds/feed-checks.ts",
    ours: ["lib/feeds/", "lib/index/store-error.ts", ...DOORS],
    packages: ["zod"],
  },
  {
    place: "lib/feeds/feed-text.ts",
    ours: ["lib/digest/", "lib/feeds/", "lib/texts/", "lib/settings/unusable-codes.ts"],
    types: ["lib/messages/"],
    packages: [],
  },
  {
    place: "lib/feeds/",
    ours: ["lib/paper/", "lib/digest/", "lib/net/"],
    packages: ["htmlparser2", "zod"],
  },
  // What networks say now. All but the background's part of it runs in Node too.
  ...[
    "ask-live",
    "fill-past-days",
    "alphaxiv-access",
    "host-access",
    "live",
    "live-alphaxiv",
    "live-feed",
    "live-memory",
    "live-outside",
    "live-past",
    "live-schedule",
    "live-status",
    "live-text",
    "look-consent",
    "look-now",
    "past-progress",
    "stoppable-turns",
  ].map((name) => ({
    place: `lib/live/${name}.ts`,
    ours: [
      "lib/paper/",
      "lib/digest/",
      "lib/net/",
      "lib/feeds/",
      "lib/live/",
      "lib/index/",
      "lib/texts/",
      "lib/settings/",
      "lib/messages/",
      "lib/warn.ts",
      ...DOORS,
    ],
    packages: ["zod"],
  })),
  { place: "lib/live/calendar/", ours: ["lib/digest/"], packages: [] },
  {
    place: "lib/live/sources/",
    ours: ["lib/paper/", "lib/digest/", "lib/net/", "lib/live/calendar/"],
    packages: ["htmlparser2", "zod"],
  },
  {
    place: "lib/live/ranking/",
    ours: ["lib/paper/", "lib/digest/", "lib/live/calendar/"],
    types: ["lib/live/sources/"],
    packages: [],
  },
  {
    place: "lib/live/",
    ours: ["lib/paper/", "lib/digest/", "lib/net/", "lib/feeds/publish/wording.ts"],
    packages: ["zod"],
  },
  // The index. The mirror is small enough for the page script, and search runs in a worker of the page.
  { place: "lib/index/mirror/", ours: ["lib/paper/"], types: ["lib/messages/"], packages: [] },
  {
    place: "lib/index/search/",
    ours: ["lib/paper/"],
    types: ["lib/digest/"],
    packages: ["@leeoniya/ufuzzy"],
  },
  {
    place: "lib/index/",
    ours: ["lib/paper/", "lib/digest/", "lib/queue.ts"],
    types: ["lib/messages/"],
    packages: ["idb"],
  },
  // The command line.
  {
    place: "lib/cli/",
    ours: [
      "lib/paper/",
      "lib/digest/",
      "lib/net/",
      "lib/feeds/",
      "lib/live/build/",
      "lib/live/earlier.ts",
      "lib/live/jetstream/",
      "lib/live/calendar/",
      "lib/live/ranking/",
      "lib/live/sources/",
      "lib/product.ts",
    ],
    packages: ["node:", "zod"],
  },
  // The background script.
  {
    place: "lib/background/",
    ours: [
      "lib/paper/",
      "lib/digest/",
      "lib/net/",
      "lib/feeds/",
      "lib/live/",
      "lib/index/",
      "lib/hot-list/visit.ts", // what is new: the number on the button counts as the popup does
      "lib/texts/",
      "lib/messages/",
      "lib/settings/",
      "lib/marks/",
      "lib/follows/",
      "lib/warn.ts",
      "lib/revision.ts",
      ...DOORS,
    ],
    packages: ["zod"],
  },
  // arXiv's pages.
  {
    place: "lib/arxiv/",
    ours: ["lib/paper/", "lib/texts/"],
    types: ["lib/messages/", "lib/digest/", "lib/marks/marks.ts"],
    packages: [],
  },
  // Our own pages: what a list shows is a rule; its state knows the index and the background.
  {
    place: "lib/hot-list/picture/",
    ours: ["lib/marks/", "lib/revision.ts", ...DOORS],
    packages: [],
  },
  {
    place: "lib/hot-list/state/",
    ours: [
      "lib/paper/",
      "lib/digest/",
      "lib/hot-list/",
      "lib/texts/",
      "lib/messages/",
      "lib/index/",
      "lib/feeds/day-page.ts",
      "lib/live/host-access.ts",
      "lib/live/look-consent.ts",
      "lib/settings/",
      "lib/marks/",
      "lib/follows/",
      "lib/revision.ts",
      "lib/store.ts",
      ...DOORS,
    ],
    packages: [],
  },
  {
    place: "lib/hot-list/",
    ours: ["lib/paper/", "lib/digest/", "lib/live/ranking/"],
    types: ["lib/settings/bundled-state.ts", "lib/marks/marks.ts"],
    packages: [],
  },
  // What is checked at the border of own data; loaded when such a file comes.
  {
    place: "components/options/read-own-data.ts",
    ours: [
      "lib/digest/",
      "lib/feeds/address.ts",
      "lib/follows/follow.ts",
      "lib/marks/marks-file.ts",
      "lib/texts/pressed-key.ts",
    ],
    types: ["lib/settings/", "lib/marks/"],
    packages: ["zod"],
  },
  // The state of a page of ours is beside its components.
  ...[
    "feeds/feeds-model.ts",
    "feeds/opml-model.ts",
    "marks/marks-data.ts",
    "options/add-own-data.ts",
    "options/data-export.ts",
    "options/import-files.ts",
    "options/import-state.ts",
    "options/options-model.ts",
    "options/own-data-model.ts",
    "options/problem-report.ts",
    "options/read-digest-file.ts",
    "popup/news.ts",
    "popup/side-panel.ts",
    "welcome/welcome-model.ts",
  ].map((name) => ({
    place: `components/${name}`,
    ours: [
      "components/",
      "lib/digest/",
      "lib/hot-list/",
      "lib/texts/",
      "lib/marks/write-marks-file.ts",
      "lib/feeds/origins.ts",
      "lib/feeds/typed-origins.ts",
      "lib/browser.ts",
      "lib/store.ts",
    ],
    types: ["lib/messages/", "lib/settings/", "lib/marks/", "lib/follows/"],
    packages: [],
  })),
  {
    place: "components/",
    ours: [
      "lib/digest/dates.ts",
      "lib/texts/",
      "lib/paper/",
      "lib/hot-list/",
      "lib/tex/",
      "lib/export/",
      "lib/hot-list/charts/",
      "lib/follows/follow.ts",
      "lib/follows/parse-follows.ts",
    ],
    types: ["lib/messages/", "lib/digest/", "lib/settings/", "lib/marks/"],
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
