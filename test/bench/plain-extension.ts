/**
 * The plain baseline that the bench compares us with: the obvious first version. A page script that asks once after
 * DOMContentLoaded, a worker that answers from one IndexedDB record per month, and a bare `span` per hit.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What the plain extension knows of a paper: its id and the words of its span. */
export interface PlainHit {
  id: string;
  words: string;
}

const HOSTS = ["https://arxiv.org/*", "https://export.arxiv.org/*"];

const contentScript = `
const api = globalThis.browser ?? chrome;
document.addEventListener("DOMContentLoaded", async () => {
  const abstract = location.pathname.match(/^\\/abs\\/(.+?)(v\\d+)?$/);
  const spots = abstract
    ? [{ id: abstract[1], after: document.querySelector(".authors") }]
    : [...document.querySelectorAll('#dlpage dl dt a[title="Abstract"], li.arxiv-result .list-title > a')].map((a) => ({ id: a.href.split("/abs/")[1], into: a.parentElement }));
  if (spots.length === 0) return;
  const hits = new Map(await api.runtime.sendMessage(spots.map((spot) => spot.id)));
  for (const { id, after, into } of spots) {
    const words = hits.get(id);
    if (!words) continue;
    const span = document.createElement("span");
    span.dataset.hotPaper = id;
    span.textContent = words;
    if (after) after.after(span);
    else into.append(span);
  }
});
`;

const worker = `
const api = globalThis.browser ?? chrome;
const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const open = () => {
  const request = indexedDB.open("plain", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("months");
  return done(request);
};
api.runtime.onInstalled.addListener(async () => {
  const months = new Map();
  const hits = await (await fetch(api.runtime.getURL("hits.json"))).json();
  for (const [id, words] of hits) {
    const month = id.slice(0, 4);
    months.set(month, [...(months.get(month) ?? []), [id, words]]);
  }
  const database = await open();
  const store = database.transaction("months", "readwrite").objectStore("months");
  for (const [month, rows] of months) store.put(rows, month);
});
api.runtime.onMessage.addListener((ids, sender, reply) => {
  (async () => {
    const store = (await open()).transaction("months").objectStore("months");
    const months = [...new Set(ids.map((id) => id.slice(0, 4)))];
    const rows = (await Promise.all(months.map((month) => done(store.get(month))))).filter(Boolean).flat();
    const asked = new Set(ids);
    reply(rows.filter(([id]) => asked.has(id)));
  })();
  return true;
});
`;

/** Writes an extension into `folder` that only has a script in arXiv's pages, with nothing in it: what the browser itself takes for one. */
export function writeEmptyExtension(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: "Empty script",
    version: "1",
    host_permissions: HOSTS,
    background: { service_worker: "worker.js" }, // the harness waits for one
    content_scripts: [{ matches: HOSTS, js: ["page.js"], run_at: "document_start" }],
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  for (const script of ["page.js", "worker.js"]) writeFileSync(join(folder, script), "");
}

/** Writes the plain extension into `folder`. */
export function writePlainExtension(
  folder: string,
  browser: "chromium" | "firefox",
  hits: readonly PlainHit[],
): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: "Plain baseline",
    version: "1",
    host_permissions: HOSTS,
    background: browser === "firefox" ? { scripts: ["worker.js"] } : { service_worker: "worker.js" },
    content_scripts: [{ matches: HOSTS, js: ["page.js"], run_at: "document_start" }],
    ...(browser === "firefox" && {
      browser_specific_settings: { gecko: { id: "plain@hot-papers.example" } },
    }),
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "page.js"), contentScript);
  writeFileSync(join(folder, "worker.js"), worker);
  writeFileSync(join(folder, "hits.json"), JSON.stringify(hits.map(({ id, words }) => [id, words])));
}
