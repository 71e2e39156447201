/** The built manifests against what the built scripts call. */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PRODUCT } from "../../lib/product.ts";
import { extensionApi, isInFirefox, scriptsOfBuild, usedApi } from "./extension-api.ts";

interface Manifest {
  version: string;
  homepage_url: string;
  minimum_chrome_version?: string;
  permissions: string[];
  optional_permissions?: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  content_scripts: { matches: string[] }[];
  browser_specific_settings?: { gecko: { id: string; data_collection_permissions: object } };
}

const api = extensionApi();
const BUILDS = ["chrome", "firefox"].map((browser) => {
  const folder = `.output/${browser}-mv3`;
  const scripts = scriptsOfBuild(folder);
  return {
    browser,
    scripts,
    styles: globSync(`${folder}/**/*.css`).map((path) => readFileSync(path, "utf8")),
    used: [...usedApi(scripts, api)].map((name) => name.split(".") as [part: string, member: string]),
    manifest: JSON.parse(readFileSync(`${folder}/manifest.json`, "utf8")) as Manifest,
  };
});

test("calls are found in whatever form they are built, and nothing of a page is taken for one", () => {
  const scripts =
    "a.browser.alarms.create(b);let{local:c}=d.storage;let{sidePanel:e,x:f}=g.default,h=1;history.pushState();i.tabs?.query();j.alarms.nothing()";
  expect([...usedApi(scripts, api)].toSorted()).toEqual([
    "alarms.create",
    "sidePanel.*",
    "storage.local",
    "tabs.query",
  ]);
  expect(api.get("offscreen")?.permissions).toEqual(["offscreen"]);
  expect(api.get("storage")?.members.get("session")).toBe(102);
});

describe.each(BUILDS)("$browser", ({ browser, scripts, styles, used, manifest }) => {
  test("every permission is used, and what is used has its permission", () => {
    const there = used.filter(([part]) => browser === "chrome" || isInFirefox(part));
    const needed = new Set(there.flatMap(([part]) => api.get(part)?.permissions ?? []));
    // No part of the API needs it: without it the address of the tab that is asked for is missing.
    if (/\.query\(\{active:!0,currentWindow:!0\}\)/u.test(scripts)) needed.add("activeTab");
    expect([...needed].toSorted()).toEqual(manifest.permissions.toSorted());
    expect(manifest.optional_permissions).toBeUndefined();
  });

  test("arXiv's hosts are those that our scripts run on, and other hosts are asked for in a press", () => {
    const run = manifest.content_scripts.flatMap(({ matches }) => matches);
    const origins = new Set(run.map((match) => `${new URL(match.replace("/*", "/")).origin}/*`));
    expect([...origins].toSorted()).toEqual(manifest.host_permissions.toSorted());
    expect(manifest.optional_host_permissions).toEqual(["https://*/*"]);
    expect(scripts).toMatch(/\.permissions\.request\(\{origins:/u);
  });

  test("it is this version of this extension, with its page", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect([manifest.version, manifest.homepage_url]).toEqual([version, PRODUCT.homepage]);
  });

  test("Firefox is told what may be sent, which is asked for, and no other browser is", () => {
    const firefox = browser === "firefox";
    expect(manifest.browser_specific_settings?.gecko).toEqual(
      firefox
        ? {
            id: PRODUCT.firefoxId,
            strict_min_version: "140.0",
            data_collection_permissions: { required: ["none"], optional: ["browsingActivity"] },
          }
        : undefined,
    );
    expect(
      /\bdata_collection:\["browsingActivity"\]|\bdata_collection:\[`browsingActivity`\]/u.test(scripts),
    ).toBe(firefox);
  });

  test("the parts of the extension API are in the oldest Chrome that it says it runs on", () => {
    const oldest = Number(manifest.minimum_chrome_version ?? Infinity);
    const newer = used.filter(([part, member]) => (api.get(part)?.members.get(member) ?? 0) > oldest);
    expect(newer).toEqual([]);
  });

  test("and so are the parts of the web, of which the newest decides", () => {
    const code = [scripts, ...styles].join("\n");
    const found = WEB.filter(([, pattern]) => pattern.test(code));
    expect(found.map(([name]) => name)).toEqual(WEB.map(([name]) => name));
    const newest = Math.max(...WEB.map(([, , version]) => version));
    expect(Number(manifest.minimum_chrome_version ?? newest)).toBe(newest);
  });
});

/**
 * What is used of the web without a second way, with the version of Chrome that has it first (MDN's tables). Firefox's linter knows such
 * versions for the extension API; no tool knows them for Chrome.
 */
const WEB: [name: string, pattern: RegExp, version: number][] = [
  ["`browser`, which Chrome had as `chrome` alone", /\{browser:[\w$]+\}=globalThis/u, 148],
  ["Promise.try", /\bPromise\.try\(/u, 128],
  ["light-dark()", /\blight-dark\(/u, 123],
  ["Promise.withResolvers", /\bPromise\.withResolvers\(/u, 119],
  ["Map.groupBy", /\bMap\.groupBy\(/u, 117],
  ["AbortSignal.any", /\bAbortSignal\.any\(/u, 116],
  ["popovers", /\.showPopover\(/u, 114],
  ["toSorted", /\.toSorted\(/u, 110],
  [":has()", /:has\(/u, 105],
  ["checkVisibility", /\.checkVisibility\(/u, 105],
];
