/** How fast `hot-papers collect` takes in a day of Bluesky, and how much memory it needs for it: both processes on this machine. */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { once } from "node:events";

const NOW = Date.parse("2026-11-20T22:00:00Z");
const DAY = 86_400_000;

/** Says at its end how much memory a process had at most, in KB, and how long it used a processor, in microseconds. */
const MEASURE = `data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write("maxRSS "+process.resourceUsage().maxRSS+" cpu "+(user+system)+"\\n")})`;

/**
 * Sends a day of so many posts through the command line.
 *
 * @returns some lines for people
 */
export async function collectDay(posts: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "hot-papers-collect-"));
  const path = (name: string) => new URL(name, import.meta.url).pathname;
  const host = spawn(process.execPath, [path("collect-host.ts"), String(posts), String(NOW - DAY)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [line] = (await once(createInterface(host.stdout), "line")) as [string];
    const { port, meanBytes } = JSON.parse(line) as { port: number; meanBytes: number };
    const begin = performance.now();
    const command = ["--import", MEASURE, path("../../lib/cli/main.ts"), "collect", "--out", folder];
    const more = ["--host", `ws://127.0.0.1:${port}`, "--now", new Date(NOW).toISOString().slice(0, 19)];
    const collect = spawn(process.execPath, [...command, ...more], { stdio: ["ignore", "inherit", "pipe"] });
    let said = "";
    collect.stderr.on("data", (part: Buffer) => (said += part.toString()));
    const [status] = (await once(collect, "close")) as [number];
    const seconds = (performance.now() - begin) / 1000;
    if (status !== 0) throw new Error(`collect ended with ${status}: ${said}`);
    const [, events = "0"] = /(\d+) events read/u.exec(said) ?? [];
    const [, memory = "0", cpu = "0"] = /maxRSS (\d+) cpu (\d+)/u.exec(said) ?? [];
    const files = readdirSync(join(folder, ".bluesky")).map((name) =>
      readFileSync(join(folder, ".bluesky", name), "utf8"),
    );
    const kept = files.reduce((sum, text) => sum + text.split("\n").length - 2, 0);
    const disk = files.reduce((sum, text) => sum + text.length, 0);
    return [
      `a day of Bluesky: ${events} events of ${Math.round(meanBytes)} bytes in ${seconds.toFixed(1)} s`,
      `${Math.round(Number(events) / seconds)} events a second, start and end included (wanted: 20,000)`,
      `${(Number(cpu) / 1_000_000).toFixed(1)} s of processor time: ${Math.round((Number(events) * 1_000_000) / Number(cpu))} events in each`,
      `${Math.round(Number(memory) / 1000)} MB of memory at most (wanted: 150)`,
      `${kept} posts kept in ${files.length} files, ${Math.round(disk / 1000)} kB`,
    ].join("\n");
  } finally {
    host.kill();
    rmSync(folder, { recursive: true });
  }
}
