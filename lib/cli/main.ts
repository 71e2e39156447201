import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { text } from "node:stream/consumers";
import { hotPapers } from "./hot-papers.ts";

process.exitCode = await hotPapers(process.argv.slice(2), {
  out: (words) => void process.stdout.write(words),
  err: (line) => void process.stderr.write(`${line}\n`),
  readText: (path) => readFile(path, "utf8"),
  async writeText(path, content) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  },
  listFiles: async (folder) => (await readdir(folder)).toSorted(),
  readInput: () => text(process.stdin),
});
