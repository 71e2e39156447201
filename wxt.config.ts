import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin, UserConfig } from "vite";
import { defineConfig } from "wxt";
import { PRODUCT } from "./lib/product.ts";

/** Four names of one site; all asked for in the first version, because a host added later disables the extension. */
const ARXIV_HOSTS = ["arxiv.org", "www.arxiv.org", "export.arxiv.org", "browse.arxiv.org"];

/** Pages that may be lists of papers (lib/arxiv/page-kind.ts). */
const LIST_PATHS = ["/list*", "/catchup/*", "/a/*", "/search*", "/html/*"];

/** Pages of one paper (lib/arxiv/paper-dot.ts). */
const PAPER_PATHS = ["/abs/*", "/pdf/*", "/html/*"];

/** Where a publisher tries a feed before it is published: asked only by `npm run dev`, never by what people install. */
const HTTP_HERE = ["127.0.0.1", "localhost"];

/** Tells one version of each bundled set from another, so that an update that ships a new one imports it. */
function packIds(): Record<string, string> {
  const { sets } = JSON.parse(readFileSync("assets/public/bundled-digests.json", "utf8")) as {
    sets: Record<string, unknown>;
  };
  const idOf = (set: unknown) => createHash("sha256").update(JSON.stringify(set)).digest("hex").slice(0, 16);
  return Object.fromEntries(Object.entries(sets).map(([id, set]) => [id, idOf(set)]));
}

/**
 * The browser hands out an extension's files one by one, and a page's scripts run before its first paint. So a page that shows its last
 * picture (entrypoints/picture.ts) has all its style sheets in one, and leaves its scripts to that script, which reads them when the
 * picture has been painted. The sheets that make up the one stay named in the page, switched off: Vite's loader asks for those that are not
 * named, and a sheet that comes last would overrule all others. This takes a quarter off the time to the first paint in Firefox, a tenth in
 * Chrome. It throws if there is nothing to change.
 */
export const pictureFirst: Plugin = {
  name: "picture-first",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const sourceOf = (name: string) => {
        const file = bundle[name];
        if (file?.type !== "asset") throw new Error(`${name}, which a page names, is not there`);
        return String(file.source);
      };
      const pages = Object.values(bundle).filter((file) => file.type === "asset");
      const pictured = pages.filter(({ source }) => String(source).includes(PICTURE));
      if ("popup.html" in bundle && pictured.length === 0)
        throw new Error(`picture-first: no page has ${PICTURE} any more`);
      for (const page of pictured) {
        const scripts = takenOut(
          String(page.source),
          / *<script type="module"[^>]* src="([^"]+)"><\/script>\n/gu,
        );
        const sheets = takenOut(scripts.rest, / *<link rel="stylesheet"[^>]* href="\/([^"]+)">\n/gu);
        if (scripts.found.length === 0 || sheets.found.length === 0 || !sheets.rest.includes("</head>"))
          throw new Error(`picture-first: ${page.fileName} has not the form that Vite gave it before`);
        const source = sheets.found.map(sourceOf).join("\n");
        const sheet = this.getFileName(this.emitFile({ type: "asset", name: "pictured.css", source }));
        const links = [`href="/${sheet}"`, ...sheets.found.map((name) => `href="/${name}" disabled`)];
        const named = links.map((link) => `  <link rel="stylesheet" ${link}>\n  `).join("");
        page.source = sheets.rest
          .replace("</head>", () => `${named}</head>`)
          .replace(PICTURE, () => `${PICTURE} data-scripts="${scripts.found.join(" ")}"`);
      }
    },
  },
};
const PICTURE = '<script src="/picture.js"';

/** A text without the matches of a pattern, and the first group of each match. */
const takenOut = (text: string, pattern: RegExp): { rest: string; found: string[] } => ({
  rest: text.replace(pattern, ""),
  found: [...text.matchAll(pattern)].map(([, found = ""]) => found),
});

/** What a store's reviewer needs to build the same bytes (docs/source-code-review.md), and nothing else. */
const NEEDED_SOURCES = [
  "LICENSE",
  "assets/icon.svg",
  "assets/public/**",
  "components/**",
  "docs/source-code-review.md",
  "entrypoints/**",
  "lib/**",
  "package-lock.json",
  "package.json",
  "tsconfig.json",
  "wxt.config.ts",
];

/** What only the command line of publishers uses. */
const NOT_BUNDLED = [
  "lib/cli/**",
  "lib/digest/write-markdown.ts",
  "lib/feeds/publish/**",
  "lib/live/build/**",
  "lib/live/jetstream/**",
  "lib/live/sources/{arxiv-batch,arxiv-list,arxiv-oai,arxiv-rss,polite,x}.ts",
  "lib/live/sources/bluesky-{declaration,session,signed-in}.ts",
  "lib/net/connection-error.ts",
  "lib/paper/taxonomy.ts",
];

/** With another module for `wxt/browser` (lib/browser.ts). */
const browserIs = (options: ResolveOptions = {}, module: string): ResolveOptions => ({
  ...options,
  alias: { ...(options.alias as Record<string, string>), "wxt/browser": module },
});
type ResolveOptions = NonNullable<UserConfig["resolve"]>;

export default defineConfig({
  manifestVersion: 3, // Firefox too; WXT would build it as version 2
  publicDir: "assets/public",
  imports: false, // each name has an import line
  modules: ["@wxt-dev/auto-icons"],
  autoIcons: { baseIconPath: "assets/icon.svg", developmentIndicator: false },
  vite: () => ({
    plugins: [pictureFirst],
    define: { __PACK_IDS__: JSON.stringify(packIds()) },
    build: {
      target: ["chrome148", "firefox140"], // the minimum browsers: light-dark() stays as it is
      modulePreload: { polyfill: false }, // which both of them have
    },
  }),
  hooks: {
    // The address of the full page stays what it was, for people who bookmarked one of its pages.
    "entrypoints:resolved"(_, entrypoints) {
      for (const each of entrypoints) if (each.name === "full-page") each.name = "archive";
    },
    // Independent of the shell: otherwise libraries would be built in another form, and a reviewer's zips would differ from ours.
    "build:before"(wxt) {
      if (wxt.config.command === "build") process.env["NODE_ENV"] = "production";
    },
    "build:manifestGenerated"(_, manifest) {
      const matches = (paths: readonly string[]) =>
        ARXIV_HOSTS.flatMap((host) => paths.map((path) => `https://${host}${path}`));
      manifest.content_scripts = [
        {
          matches: matches(["/*"]),
          js: ["arxiv.js"],
          css: ["assets/arxiv-hosts.css"],
          run_at: "document_start", // asks before the page is there
        },
        {
          matches: matches(LIST_PATHS),
          js: ["list-parts.js"],
          run_at: "document_idle", // nothing waits for it
        },
        { matches: matches(PAPER_PATHS), js: ["paper-dot.js"], run_at: "document_idle" },
        {
          matches: ARXIV_HOSTS.flatMap((host) =>
            ["/abs*", ...LIST_PATHS].map((path) => `https://${host}${path}`),
          ),
          js: ["marks-start.js"],
          run_at: "document_idle",
        },
      ];
    },
    // The polyfill takes 2.9 kB and gives back the browser's own object on the browsers we support: only our pages have it.
    "vite:build:extendConfig"(entrypoints, config) {
      config.build ??= {};
      const bundling = (config.build.rolldownOptions ??= {});
      if (entrypoints.some((e) => e.type === "content-script" || e.type === "unlisted-script")) {
        bundling.optimization = { inlineConst: { mode: "all", pass: 3 } }; // shorter in one script of one file
        config.resolve = browserIs(config.resolve, resolve("lib/native-browser.ts"));
        return;
      }
      if (entrypoints.some(({ type }) => type === "background")) {
        config.resolve = browserIs(config.resolve, resolve("lib/native-browser.ts"));
        return;
      }
      if (entrypoints.length > 1) {
        // One file of what nearly all pages need, in place of one for each set of pages: a page waits for the last of its files.
        config.build ??= {};
        const { output } = (config.build.rolldownOptions ??= {});
        const codeSplitting = { groups: [{ name: "page", minShareCount: 4 }] };
        config.build.rolldownOptions.output = { ...(output as object), codeSplitting };
      }
      config.resolve = browserIs(config.resolve, "@wxt-dev/webextension-polyfill/browser");
    },
  },
  webExt: { startUrls: ["https://arxiv.org/list/cs.CL/2021-08"] }, // `npm run dev` opens a list with badges
  zip: { includeSources: NEEDED_SOURCES, excludeSources: NOT_BUNDLED },
  manifest: ({ browser, command }) => ({
    name: "__MSG_extensionName__",
    description: "__MSG_extensionDescription__",
    default_locale: "en",
    homepage_url: PRODUCT.homepage,
    permissions: ["storage", "alarms", "scripting", "activeTab", "contextMenus"],
    host_permissions: ARXIV_HOSTS.map((host) => `https://${host}/*`),
    // Asked for in the click that switches something on, only for its hosts (lib/live/host-access.ts).
    optional_host_permissions: [
      "https://*/*",
      ...(command === "serve" ? HTTP_HERE.map((host) => `http://${host}/*`) : []),
    ],
    omnibox: { keyword: "hp" },
    // A key that neither the browsers nor arXiv (access keys f, p, n) use; each person can choose another one in the browser.
    commands: { _execute_action: { suggested_key: { default: "Alt+Shift+H" } } },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
        // Only encrypted addresses: so a redirect from a feed's host to a server on the reader's machine ends before that server is asked.
        `connect-src 'self' https:${command === "serve" ? HTTP_HERE.map((host) => ` http://${host}:*`).join("") : ""}; ` +
        "base-uri 'none'; form-action 'none'",
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: PRODUCT.firefoxId,
              strict_min_version: "140.0",
              // Asked for before the first "Look now" (lib/live/look-consent.ts).
              data_collection_permissions: { required: ["none"], optional: ["browsingActivity"] },
            },
            gecko_android: { strict_min_version: "142.0" },
          },
        }
      : { minimum_chrome_version: "148" }),
  }),
});
