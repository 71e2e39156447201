import { parseArgs } from "node:util";
import { hotDay } from "../day/hot-day.ts";
import { probes } from "../publish/probes.ts";
import type { Probe } from "../publish/probes.ts";
import type { Addresses } from "../sources/addresses.ts";
import type { Outside } from "../sources/outside.ts";
import { polite } from "../sources/polite.ts";
import { readBody } from "../http/read-body.ts";
import { addressesOf, pretendedNow } from "./build-options.ts";
import { EXIT, livingWorld } from "./command.ts";
import type { Command } from "./command.ts";

/** Another site's, so that what a browser would be told can be seen. */
const ORIGIN = "https://hot-papers.example";
const TIME_LIMIT = 30_000;

interface Finding {
  service: keyof Addresses;
  state: "ok" | "failed";
  /** Absent where nobody answered. */
  status?: number;
  /** The value of Access-Control-Allow-Origin, or "none". */
  cors: string;
  schema: string;
  age: string;
  found: string;
  milliseconds: number;
}

const HELP = `  --json              prints the findings as JSON
  --x                 asks X too, which costs ten posts (needs X_BEARER_TOKEN)
  --address NAME=URL  another address for a service
  --now TIME          pretend that it is this time, YYYY-MM-DDTHH:MM:SS in UTC

One question for each service: its status, whether a browser may read the answer (CORS), whether the answer has the shape that
we read, and how new it is. The person's own Bluesky server is asked when BLUESKY_IDENTIFIER and BLUESKY_APP_PASSWORD are in
the environment. Exit status: 0 all well, 4 a service did not answer as it should.
`;

const oneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ");

async function examine(probe: Probe, outside: Outside): Promise<Finding> {
  const begin = outside.now();
  const finding = { service: probe.service, cors: "none", schema: "not read", age: "unknown", found: "" };
  const ended = () => ({ milliseconds: outside.now() - begin });
  let response: Response;
  try {
    response = await outside.fetch(probe.url, {
      ...probe.init,
      headers: {
        accept: "application/json",
        ...(probe.init?.headers as Record<string, string>),
        origin: ORIGIN,
      },
      signal: AbortSignal.any([AbortSignal.timeout(TIME_LIMIT), ...(outside.signal ? [outside.signal] : [])]),
    });
  } catch (error) {
    outside.signal?.throwIfAborted();
    return { ...finding, state: "failed", found: `no answer: ${oneLine(error)}`, ...ended() };
  }
  const cors = response.headers.get("access-control-allow-origin") ?? "none";
  const heard = { ...finding, cors, status: response.status };
  try {
    const text = new TextDecoder().decode(await readBody(response));
    if (!response.ok) {
      const words = oneLine(text.replace(/<[^>]*>/g, " "))
        .slice(0, 80)
        .trim();
      return { ...heard, state: "failed", found: words, ...ended() };
    }
    return { ...heard, state: "ok", schema: "as expected", ...probe.read(text), ...ended() };
  } catch (error) {
    return { ...heard, state: "failed", schema: oneLine(error), ...ended() };
  }
}

const lineOf = ({ service, state, status, cors, schema, age, found, milliseconds }: Finding): string =>
  [
    state === "ok" ? "ok    " : "FAILED",
    service.padEnd(13),
    String(status ?? "---"),
    `CORS: ${cors}`,
    `schema: ${schema}`,
    `age: ${age}`,
    found,
    `${milliseconds} ms`,
  ]
    .filter((part) => part !== "")
    .join("  ");

/** Asks every service one question, to tell what works from here and now. */
export const doctor: Command = {
  usage: "doctor [--json] [OPTION…]",
  summary: "ask every live source one question: status, CORS, schema, age",
  help: HELP,
  async run(args, surroundings) {
    const world = livingWorld(surroundings);
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: "boolean" },
        x: { type: "boolean" },
        address: { type: "string", multiple: true },
        now: { type: "string" },
      },
    });
    const addresses = addressesOf(values.address);
    const { env, outside } = world.live;
    const [identifier, password, xToken] = [
      env["BLUESKY_IDENTIFIER"],
      env["BLUESKY_APP_PASSWORD"],
      env["X_BEARER_TOKEN"],
    ];
    const asked = probes(addresses, hotDay(pretendedNow(values.now) ?? outside.now()), {
      ...(identifier && password && { bluesky: { identifier, password } }),
      ...(values.x && xToken && { xToken }),
    });
    const asking = polite(outside, addresses);
    const findings: Finding[] = [];
    for (const probe of asked) {
      const finding = await examine(probe, asking);
      findings.push(finding);
      if (!values.json) world.out(`${lineOf(finding)}\n`);
    }
    if (values.json) world.out(`${JSON.stringify(findings, null, 1)}\n`);
    return findings.every(({ state }) => state === "ok") ? EXIT.ok : EXIT.sources;
  },
};
