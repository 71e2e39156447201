/** Bytes of what loads when each part of the extension starts. */
import { gzipSync } from "node:zlib";
import { folderReader, loadedFiles, type ReadFile } from "./loaded-files.ts";

export type Part =
  | "content script"
  | "list parts"
  | "paper dot"
  | "follows"
  | "popup"
  | "options"
  | "welcome"
  | "archive"
  | "worker";

/** The most that each part may weigh, in bytes after gzip (a KB is 1000 bytes here). */
export const budgets: Record<Part, number> = {
  "content script": 12_000,
  "list parts": 4_000,
  "paper dot": 2_500,
  follows: 6_000,
  popup: 60_000,
  options: 45_000,
  welcome: 45_000,
  archive: 90_000,
  worker: 100_000,
};

export interface Size {
  part: Part;
  files: string[];
  bytes: number;
  budget: number;
}

interface Manifest {
  content_scripts?: { js?: string[]; css?: string[]; run_at?: string }[];
  background?: { service_worker?: string; scripts?: string[] };
}

/** Which part the scripts of a page of arXiv are that the manifest names together. */
function partOf(runAt: string | undefined, js: readonly string[]): Part {
  if (runAt !== "document_idle") return "content script";
  return js.some((path) => path.endsWith("paper-dot.js")) ? "paper dot" : "list parts";
}

function entriesOf(part: Part, { content_scripts = [], background = {} }: Manifest): string[] {
  switch (part) {
    case "content script":
    case "list parts":
    case "paper dot":
      return content_scripts
        .filter(({ run_at, js = [] }) => partOf(run_at, js) === part)
        .flatMap(({ js = [], css = [] }) => [...js, ...css]);
    case "follows": // put into lists by the browser if something is followed (lib/follows/marking-script.ts)
      return ["follows.js", "assets/follow-marks.css"];
    case "worker":
      return [
        ...(background.scripts ?? []),
        ...(background.service_worker ? [background.service_worker] : []),
      ];
    default:
      return [`${part}.html`];
  }
}

/** Sizes of all parts of a build. A part that has no file is an error: it would seem to weigh nothing. */
export function measure(read: ReadFile): Size[] {
  const manifest = JSON.parse(read("manifest.json") ?? "{}") as Manifest;
  return (Object.keys(budgets) as Part[]).map((part) => {
    const files = loadedFiles(read, ...entriesOf(part, manifest));
    if (files.length === 0) throw new Error(`the build has no ${part}`);
    const bytes = files.reduce((sum, path) => sum + gzipSync(read(path) ?? "", { level: 9 }).length, 0);
    return { part, files, bytes, budget: budgets[part] };
  });
}

/** Sizes of the build in a folder. */
export const measureBuild = (folder: string): Size[] => measure(folderReader(folder));
