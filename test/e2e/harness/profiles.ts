/** Folders of profiles that were used before (warm-profile.ts), copied for browsers to begin from. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserName } from "./browsers.ts";

/** A folder of a profile, and its end. */
export interface ProfileFolder {
  folder: string;
  remove: () => void;
}

/** Where their folders are told to the processes of all tests. */
export const STARTED = "HOT_PAPERS_STARTED_FIREFOX";
export const FILLED: Record<BrowserName, string> = {
  chromium: "HOT_PAPERS_FILLED_CHROMIUM",
  firefox: "HOT_PAPERS_FILLED_FIREFOX",
};

export function newFolder(): ProfileFolder {
  const folder = mkdtempSync(join(tmpdir(), "hot-papers-profile-"));
  // A browser that was killed may still be writing.
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

function copyOf(variable: string): ProfileFolder | undefined {
  const made = process.env[variable];
  if (made === undefined) return undefined;
  const copy = newFolder();
  cpSync(made, copy.folder, { recursive: true });
  return copy;
}

/** A Firefox that has been started once; undefined if none has been made, so that the browser begins from nothing. */
export const startedProfile = (): ProfileFolder | undefined => copyOf(STARTED);

/** A browser that has both bundled sets; undefined if none has been made. */
export const filledProfile = (name: BrowserName): ProfileFolder | undefined => copyOf(FILLED[name]);
