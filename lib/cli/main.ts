import { enableCompileCache } from "node:module";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";

enableCompileCache(); // halves the start; only what is imported after it counts
const { hotPapers } = await import("./hot-papers.ts");

/** So that a service knows whom to ask when we are a nuisance. */
const USER_AGENT = "hot-papers (command line)";

const stop = new AbortController();
// The first Ctrl-C ends in order: what was asked is kept. A second one ends at once, as without us.
process.once("SIGINT", () => stop.abort(new Error("stopped; the next run continues here")));

// Who reads us may have read enough, as `head` does: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await hotPapers(process.argv.slice(2), {
  out: (words) => void process.stdout.write(words),
  err: (line) => void process.stderr.write(`${line}\n`),
  readText: (path) => readFile(path, "utf8"),
  async writeText(path, content) {
    await mkdir(dirname(path), { recursive: true });
    // A reader, or a run that comes after a crash, finds the old file or the new one, never half of it.
    const draft = `${path}.${process.pid}.tmp`;
    await writeFile(draft, content);
    await rename(draft, path);
  },
  listFiles: async (folder) => (await readdir(folder)).toSorted(),
  readInput: () => text(process.stdin),
  live: {
    env: process.env,
    outside: {
      fetch: (url, init) =>
        fetch(url, {
          ...init,
          headers: { "user-agent": USER_AGENT, ...(init?.headers as Record<string, string>) },
        }),
      now: Date.now,
      wait: (milliseconds) => pause(milliseconds, undefined, { signal: stop.signal }),
      signal: stop.signal,
    },
    ...(process.stderr.isTTY && { draw: (line: string) => void process.stderr.write(`\r\u001B[2K${line}`) }),
    remove: (path) => rm(path, { recursive: true, force: true }),
  },
});
