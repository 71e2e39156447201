import { enableCompileCache } from "node:module";
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";

// A stream is millions of short-lived texts, for which V8 would take twice the memory and be hardly faster. It heeds this only while it is small.
if (process.argv[2] === "collect")
  for (const flag of ["--optimize-for-size", "--semi-space-growth-factor=1"]) setFlagsFromString(flag);
enableCompileCache(); // halves the start; only what is imported after it counts
const { hotPapers } = await import("./hot-papers.ts");
const { draftOf } = await import("./draft.ts");
const { fileTrouble } = await import("./file-trouble.ts");
const { connectionError } = await import("../net/connection-error.ts");

/** So that a service knows whom to ask when we are a nuisance. */
const USER_AGENT = "hot-papers (command line)";

/** What a shell says of a command that Ctrl-C, or a service manager, ended. */
const STOPPED = { SIGINT: 130, SIGTERM: 143 };

const stop = new AbortController();
let asking = false;
let listening = false;
let stopped: number | undefined;
// While services are asked, the first Ctrl-C ends in order: what was asked is kept. A second one, and all else, may end at once.
for (const [name, shown] of Object.entries(STOPPED))
  process.on(name, () => {
    if (!asking || stop.signal.aborted) process.exit(shown);
    stopped = shown;
    stop.abort(new Error("stopped"));
  });

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The program that reads us may have read enough, as `head` does: that is not a failure.
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`hot-papers: standard output cannot be written: ${fileTrouble(error)}\n`);
  process.exit(1);
});
// Nothing reads our messages any more; the work goes on.
process.stderr.on("error", () => undefined);

const status = await hotPapers(process.argv.slice(2), {
  out: (words) => void process.stdout.write(words),
  err: (line) => void process.stderr.write(`${line}\n`),
  readText: (path) => readFile(path, "utf8"),
  async writeText(path, content) {
    await mkdir(dirname(path), { recursive: true });
    // A reader, or a run that comes after a crash, finds the old file or the new one, never half of it.
    const draft = draftOf(path, process.pid);
    try {
      await writeFile(draft, content);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  },
  isLink: (path) =>
    lstat(path).then(
      (found) => found.isSymbolicLink(),
      () => false,
    ),
  listFiles: async (folder) => (await readdir(folder)).toSorted(),
  readInput: () => text(process.stdin),
  live: {
    env: process.env,
    outside: {
      fetch: (url, init) => {
        asking = true;
        return fetch(url, {
          ...init,
          headers: { "user-agent": USER_AGENT, ...(init?.headers as Record<string, string>) },
        });
      },
      now: Date.now,
      random: Math.random,
      online: () => true, // if we ask offline, the answer says what is wrong
      wait: (milliseconds) => {
        asking = true;
        return pause(milliseconds, undefined, { signal: stop.signal });
      },
      signal: stop.signal,
      connectionError,
    },
    ...(process.stderr.isTTY && { draw: (line: string) => void process.stderr.write(`\r\u001B[2K${line}`) }),
    remove: (path) => rm(path, { recursive: true, force: true }),
    openSocket: (url) => {
      asking = true;
      listening = true;
      return new WebSocket(url);
    },
    machine: {
      name: hostname(),
      pid: process.pid,
      isRunning(pid) {
        try {
          return process.kill(pid, 0);
        } catch (error) {
          // A process that we may not signal is there too.
          return error instanceof Error && "code" in error && error.code === "EPERM";
        }
      },
      async create(path, content) {
        await mkdir(dirname(path), { recursive: true });
        try {
          await writeFile(path, content, { flag: "wx" });
          return true;
        } catch (error) {
          if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
          throw error;
        }
      },
    },
  },
});
process.exitCode = stopped ?? status;
// A host that does not answer our goodbye would keep us here, and a WebSocket cannot be cut.
if (listening) process.stderr.write("", () => process.exit());
