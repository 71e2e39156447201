/** Runs the command line as people do: a process of its own, whose requests go to the local services. */
import { spawn } from "node:child_process";
import type { ApiHost } from "../../api-host/host.ts";

export const CLI = new URL("../../../lib/cli/main.ts", import.meta.url).pathname;

export interface Ended {
  status: number | null;
  out: string;
  err: string;
}

/** Options that send every service's requests to the local host. */
export const localAddresses = (host: ApiHost): string[] =>
  Object.entries(host.addresses).flatMap(([name, url]) => ["--address", `${name}=${url}`]);

/** Starts the command; `ended` tells how it went, `kill` stops it as a power cut would. */
export function start(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (part: Buffer) => (out += part.toString()));
  child.stderr.on("data", (part: Buffer) => (err += part.toString()));
  const ended = new Promise<Ended>((done) => child.on("close", (status) => done({ status, out, err })));
  const signal = (name: NodeJS.Signals) => child.kill(name);
  return { ended, signal, kill: () => signal("SIGKILL"), interrupt: () => signal("SIGINT") };
}

export const run = (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  start(args, env).ended;
