/** A lock file against two collectors in one folder. A collector that was killed leaves it, and the next one notices that. */
import * as zod from "zod/mini";
import type { Machine, CommandOutside } from "./command.ts";

/** A lock that was not renewed for this many milliseconds is abandoned, on any machine. */
const LEFT_BEHIND = 300_000;
/** It is renewed this often. */
const RENEW_EVERY = 30_000;

const lockSchema = zod.object({
  machine: zod.string(),
  pid: zod.int(),
  /** When it was renewed last, in milliseconds since 1970, by the machine's own clock. */
  at: zod.number(),
  mark: zod.string(),
});

type Lock = zod.output<typeof lockSchema>;

export interface HeldLock {
  /** Renews it if it is time. @throws Error if another one holds it now */
  keep(): Promise<void>;
  /** Gives it back. */
  release(): Promise<void>;
}

export interface LockWorld {
  files: Pick<CommandOutside, "readText" | "writeText">;
  remove: (path: string) => Promise<void>;
  machine: Machine;
  /** Milliseconds since 1970. */
  now: () => number;
}

async function readLock(path: string, { files }: LockWorld): Promise<Lock | undefined> {
  try {
    return lockSchema.safeParse(JSON.parse(await files.readText(path))).data;
  } catch {
    return undefined; // not there, or not whole: its writer died while writing
  }
}

function isHeld(lock: Lock, { machine, now }: LockWorld): boolean {
  if (Math.abs(now() - lock.at) > LEFT_BEHIND) return false;
  // Process numbers are given again, also to ourselves: in a container ours is always the same.
  return lock.machine !== machine.name || (lock.pid !== machine.pid && machine.isRunning(lock.pid));
}

/**
 * Takes the lock.
 *
 * @throws Error that names the holder
 */
export async function takeLock(path: string, world: LockWorld): Promise<HeldLock> {
  const { machine, files } = world;
  let renewedAt = world.now();
  const mark = crypto.randomUUID();
  const text = () => `${JSON.stringify({ machine: machine.name, pid: machine.pid, at: renewedAt, mark })}\n`;
  if (!(await machine.create(path, text()))) {
    const there = await readLock(path, world);
    if (there && isHeld(there, world))
      throw new Error(
        `${path}: process ${there.pid} on ${there.machine} collects here already; two at once are not possible`,
      );
    await world.remove(path);
    if (!(await machine.create(path, text())))
      throw new Error(`${path}: another run just began to collect here`);
  }
  const isOurs = async () => (await readLock(path, world))?.mark === mark;
  return {
    async keep() {
      if (!(await isOurs())) throw new Error(`${path}: another run collects here now`);
      if (world.now() - renewedAt < RENEW_EVERY) return;
      renewedAt = world.now();
      await files.writeText(path, text());
    },
    async release() {
      if (await isOurs()) await world.remove(path);
    },
  };
}
