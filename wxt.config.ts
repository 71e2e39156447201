import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { defineConfig } from "wxt";

/** Four names of one site; all asked for in the first version, since a host added later disables the extension. */
const ARXIV_HOSTS = ["arxiv.org", "www.arxiv.org", "export.arxiv.org", "browse.arxiv.org"];

/** Tells one embedded archive from another, so that an update that ships a new one imports it. */
const archiveId = () =>
  createHash("sha256").update(readFileSync("assets/public/archive.json")).digest("hex").slice(0, 16);

/**
 * webextension-polyfill has a table of the whole extension API, by which it makes promises of callbacks. In manifest version 3
 * the browsers do that, so all of it but one part is of no use (1 kB gzipped in the worker and in every page); how listeners
 * answer messages is not in the table.
 */
const unusedApi = {
  name: "unused-api",
  transform: (code: string, id: string) =>
    id.includes("/webextension-polyfill/dist/")
      ? code.replace(/(?<=const apiMetadata = )\{\n.*?\n {6}\}(?=;)/su, (table) => {
          const { runtime } = JSON.parse(table) as { runtime: unknown };
          return JSON.stringify({ runtime });
        })
      : undefined,
};

/**
 * js-yaml makes the tags and schemas of all its dialects, and the rules by which it writes, when it loads, which a bundler cannot know
 * to be of no effect: marked as such, those that we do not use are left out of the worker (2.2 kB gzipped).
 */
const unusedYaml = {
  name: "unused-yaml",
  transform: (code: string, id: string) =>
    id.includes("/js-yaml/")
      ? code
          .replaceAll(
            /(^var \w+ = |scalarStyleRules: )(?=define\w+Tag\(|new \w+\(|Symbol\(|\w+\.withTags\(|Object\.keys\()/gmu,
            "$1/* @__PURE__ */ ",
          )
          .replace("schema: CORE_SCHEMA,", "schema: FAILSAFE_SCHEMA,") // for whoever names none, as we always do
      : undefined,
};

/**
 * WXT wraps a plain script in code that only logs where it fails, which browsers do too, and that takes it in two forms (0.2 kB
 * gzipped in every page of arXiv). And it looks at `browser.runtime` to find the extension API, which takes Firefox 0.5 ms in each page:
 * every browser that we support has it in `browser`, also where a page has an element of that id.
 */
const plainScripts = {
  name: "plain-scripts",
  transform(code: string, id: string) {
    if (id.endsWith("/define-unlisted-script.mjs"))
      return "export const defineUnlistedScript = (main) => ({ main });";
    if (id.includes("/@wxt-dev/browser/")) return code.replace("?.runtime?.id", "");
    return id.includes("wxt-unlisted-script-entrypoint")
      ? `${code.slice(0, code.indexOf("\n"))}\nexport default definition.main();`
      : undefined;
  },
};

/**
 * Files of an extension are handed out one after the other, and a page's scripts run before its first paint. So a page that shows a picture of
 * its last time (entrypoints/picture.ts) has one style sheet, of all that it had, and names its scripts to that one, which reads them when the
 * picture has been painted: a quarter off the time to the first paint in Firefox, a tenth in Chrome.
 */
const pictureFirst: Plugin = {
  name: "picture-first",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const sourceOf = (name: string) => {
        const file = bundle[name];
        if (file?.type !== "asset") throw new Error(`${name}, which a page names, is not there`);
        return String(file.source);
      };
      for (const page of Object.values(bundle)) {
        if (page.type !== "asset" || !String(page.source).includes(PICTURE)) continue;
        const scripts = takenOut(
          String(page.source),
          / *<script type="module"[^>]* src="([^"]+)"><\/script>\n/gu,
        );
        const sheets = takenOut(scripts.rest, / *<link rel="stylesheet"[^>]* href="\/([^"]+)">\n/gu);
        const source = sheets.found.map(sourceOf).join("\n");
        const sheet = this.getFileName(this.emitFile({ type: "asset", name: "pictured.css", source }));
        page.source = sheets.rest
          .replace("</head>", () => `  <link rel="stylesheet" href="/${sheet}">\n  </head>`)
          .replace(PICTURE, () => `${PICTURE} data-scripts="${scripts.found.join(" ")}"`);
      }
    },
  },
};
const PICTURE = '<script src="/picture.js"';

/** A text without what a pattern finds in it, and the first group of each. */
const takenOut = (text: string, pattern: RegExp): { rest: string; found: string[] } => ({
  rest: text.replace(pattern, ""),
  found: [...text.matchAll(pattern)].map(([, found = ""]) => found),
});

export default defineConfig({
  manifestVersion: 3, // Firefox too; WXT would build it as version 2
  publicDir: "assets/public",
  imports: false, // each name has an import line
  modules: ["@wxt-dev/auto-icons"],
  autoIcons: { baseIconPath: "assets/icon.svg", developmentIndicator: false },
  vite: () => ({
    plugins: [unusedYaml, plainScripts, pictureFirst],
    define: { __ARCHIVE_ID__: JSON.stringify(archiveId()) },
    build: { target: ["chrome148", "firefox140"] }, // the minimum browsers: light-dark() stays as it is
  }),
  hooks: {
    "build:manifestGenerated"(_, manifest) {
      manifest.content_scripts = [
        {
          matches: ARXIV_HOSTS.map((host) => `https://${host}/*`),
          js: ["arxiv.js"],
          css: ["assets/arxiv-hosts.css"],
          run_at: "document_start", // asks before the page is there
        },
      ];
    },
    // The polyfill costs a page script 2.9 kB and does nothing on the browsers we support: worker and pages only.
    "vite:build:extendConfig"(entrypoints, config) {
      config.build ??= {};
      const bundling = (config.build.rolldownOptions ??= {});
      if (entrypoints.some((e) => e.type === "content-script" || e.type === "unlisted-script")) {
        bundling.optimization = { inlineConst: { mode: "all", pass: 3 } }; // shorter in one script of one file
        return;
      }
      if (entrypoints.length > 1) {
        // One file of what nearly all pages need, in place of one for each set of pages: a page waits for the last of its files.
        config.build ??= {};
        const { output } = (config.build.rolldownOptions ??= {});
        const codeSplitting = { groups: [{ name: "page", minShareCount: 4 }] };
        config.build.rolldownOptions.output = { ...(output as object), codeSplitting };
      }
      config.resolve ??= {};
      config.resolve.alias = {
        ...(config.resolve.alias as Record<string, string>),
        "wxt/browser": "@wxt-dev/webextension-polyfill/browser",
      };
      config.plugins = [...(config.plugins ?? []), unusedApi];
    },
  },
  zip: { excludeSources: ["coverage/**", ".ci/**"] },
  manifest: ({ browser }) => ({
    name: "__MSG_extensionName__",
    description: "__MSG_extensionDescription__",
    default_locale: "en",
    permissions: ["storage", "alarms", "scripting"],
    host_permissions: ARXIV_HOSTS.map((host) => `https://${host}/*`),
    // Asked for one host at a time, in the click, and only where a feed's host lets nobody else read it.
    optional_host_permissions: ["https://*/*", "http://127.0.0.1/*", "http://localhost/*"],
    // A key that neither the browsers nor arXiv (access keys f, p, n) use; everybody can choose another one in the browser.
    commands: { _execute_action: { suggested_key: { default: "Alt+Shift+H" } } },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
        "connect-src 'self' https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'",
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "hot-papers@hot-papers.example",
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none"] },
            },
            gecko_android: { strict_min_version: "142.0" },
          },
        }
      : { minimum_chrome_version: "148" }),
  }),
});
