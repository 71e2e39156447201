/**
 * Answers of sources on disk, so that a run that was stopped at any moment continues without asking anything twice. They are
 * there while a digest is being made and are removed when it is written: answers can hold words of people.
 */
import { dirname, join } from "node:path";
import * as zod from "zod/mini";
import { sha256 } from "../feeds/sha256.ts";
import { ASKED_AT } from "../net/outside.ts";
import type { Outside } from "../net/outside.ts";
import type { LiveCommandOutside } from "./command.ts";

/** Older answers say too little about now. */
const FRESH = 6 * 3_600_000;

/** Statuses that will not change by asking again; a failure that may pass is not kept. */
const LASTING = new Set([200, 400, 404, 410]);

/** A 400 says that we asked wrongly, perhaps about other things too; only Bluesky's "no such record" is an answer although it is a 400. */
const isLasting = ({ status, body }: CachedAnswer): boolean =>
  status !== 400 || body.includes('"RecordNotFound"');

const jobSchema = zod.object({ settings: zod.string(), started: zod.number() });
const answerSchema = zod.object({
  url: zod.string(),
  at: zod.number(),
  status: zod.number(),
  type: zod.string(),
  body: zod.string(),
});

type CachedAnswer = zod.output<typeof answerSchema>;

/** A job's kept answers: what it asks goes through `outside`. */
export interface AnswerCache {
  /** When the job was begun, by any run: what "now" means for all of it. */
  started: number;
  /** How many answers were there already. */
  found: number;
  /** When one of these addresses was asked last, for the pauses that services want. */
  askedAt: (prefixes: readonly string[]) => number | undefined;
  /** The same outside, which answers from the disk what is there, and puts there what it learns. */
  keeping: (outside: Outside) => Outside;
  /** Removes everything that was kept. */
  done: () => Promise<void>;
}

async function readJson<Schema extends zod.ZodMiniType>(
  path: string,
  schema: Schema,
  world: LiveCommandOutside,
) {
  try {
    return schema.safeParse(JSON.parse(await world.readText(path)) as unknown).data;
  } catch {
    // Not there, or not ours: then it is asked again.
    return undefined;
  }
}

const responseOf = ({ status, type, body, at }: CachedAnswer): Response =>
  new Response(body, { status, headers: { "content-type": type, [ASKED_AT]: String(at) } });

/**
 * Continues the job in this folder, or begins one. `settings` is a text that says what is asked for: another text is another
 * job, and so is one begun more than six hours ago.
 */
export async function keptJob(
  folder: string,
  settings: string,
  now: number,
  world: LiveCommandOutside,
): Promise<AnswerCache> {
  const jobFile = join(folder, "job.json");
  const job = await readJson(jobFile, jobSchema, world);
  const continues = job?.settings === settings && Math.abs(now - job.started) < FRESH;
  const started = continues ? job.started : now;
  const kept = new Map<string, CachedAnswer>();
  if (continues) {
    for (const name of await world.listFiles(folder)) {
      if (!/^[\da-f]{64}\.json$/.test(name)) continue;
      const answer = await readJson(join(folder, name), answerSchema, world);
      if (answer) kept.set(answer.url, answer);
    }
  } else {
    await world.live.remove(folder);
    await world.writeText(jobFile, `${JSON.stringify({ settings, started })}\n`);
  }
  return {
    started,
    found: kept.size,
    askedAt: (prefixes) => {
      const times = [...kept.values()]
        .filter(({ url }) => prefixes.some((prefix) => url.startsWith(prefix)))
        .map(({ at }) => at);
      return times.length > 0 ? Math.max(...times) : undefined;
    },
    keeping: (outside) => ({
      ...outside,
      turn: async (url) => (kept.has(url) ? undefined : await outside.turn?.(url)) ?? (() => undefined),
      async fetch(url, init) {
        const known = kept.get(url);
        if (known) return responseOf(known);
        const response = await outside.fetch(url, init);
        // Signing in is repeated: its answer is a secret and must not be on a disk.
        if (init?.method === "POST" || !LASTING.has(response.status)) return response;
        const answer: CachedAnswer = {
          url,
          at: outside.now(),
          status: response.status,
          type: response.headers.get("content-type") ?? "",
          body: await response.text(),
        };
        if (!isLasting(answer)) return responseOf(answer);
        await world.writeText(join(folder, `${await sha256(url)}.json`), JSON.stringify(answer));
        kept.set(url, answer);
        return responseOf(answer);
      },
    }),
    async done() {
      await world.live.remove(folder);
      // The folder above is ours too, but other days may be in it.
      const above = dirname(folder);
      if ((await world.listFiles(above).catch(() => [above])).length === 0) await world.live.remove(above);
    },
  };
}
