import { parseArgs } from "node:util";
import { hotDay } from "../live/calendar/hot-day.ts";
import { probes } from "../live/build/probes.ts";
import type { Probe } from "../live/build/probes.ts";
import { causeText } from "../feeds/publish/wording.ts";
import type { Addresses } from "../live/sources/addresses.ts";
import type { Outside } from "../net/outside.ts";
import { polite } from "../live/sources/polite.ts";
import { REASONS } from "../live/sources/request.ts";
import { SourceError } from "../live/sources/source-error.ts";
import { connectionError } from "../net/connection-error.ts";
import { HttpError, troubleOfStatus } from "../net/http-error.ts";
import { readBody } from "../net/read-body.ts";
import { PRODUCT } from "../product.ts";
import { addressesOf, pretendedNow } from "./build-options.ts";
import { EXIT, withLive, UsageError } from "./command.ts";
import type { Command } from "./command.ts";

/** Another site's, to see what a browser would be told. */
const ORIGIN = new URL(PRODUCT.homepage).origin;
const TIME_LIMIT = 30_000;

interface Finding {
  service: keyof Addresses;
  state: "ok" | "failed";
  /** Absent if there was no answer. */
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
we read, and how new it is. Your own Bluesky server is asked when BLUESKY_IDENTIFIER and BLUESKY_APP_PASSWORD are in
the environment. Exit status: 0 all well, 4 a service did not answer as it should.
`;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** This many characters of a failed answer are looked at: it may be a page of any length. */
const BEGINNING = 1000;

/** The first words of an answer, without its tags. */
const wordsOf = (text: string): string =>
  oneLine(text.slice(0, BEGINNING).replace(/<[^<>]*>/g, " ")).slice(0, 80);

/** Why there is no answer, or not a whole one. */
function causeOf(error: unknown): string {
  if (error instanceof DOMException && error.name === "TimeoutError")
    return `timed out: no answer within ${TIME_LIMIT / 1000} seconds`;
  const { code, message } = error instanceof HttpError ? error : connectionError(error);
  return causeText(REASONS[code], message);
}

/** One question, when it may be asked. */
async function examine(probe: Probe, outside: Outside): Promise<Finding> {
  const endTurn = await outside.turn?.(probe.url);
  return findingOf(probe, outside).finally(() => endTurn?.());
}

async function findingOf(probe: Probe, outside: Outside): Promise<Finding> {
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
    return { ...finding, state: "failed", found: causeOf(error), ...ended() };
  }
  const cors = response.headers.get("access-control-allow-origin") ?? "none";
  const heard = { ...finding, cors, status: response.status };
  try {
    const text = new TextDecoder().decode(await readBody(response));
    if (!response.ok) {
      const { status } = response;
      const reason = REASONS[probe.meanings?.[status] ?? troubleOfStatus(status)];
      const found = [causeText(reason, `answered ${status}`), wordsOf(text)].filter(Boolean).join(": ");
      return { ...heard, state: "failed", found, ...ended() };
    }
    return { ...heard, state: "ok", schema: "as expected", ...probe.read(text), ...ended() };
  } catch (error) {
    outside.signal?.throwIfAborted();
    const schema = error instanceof SourceError ? oneLine(error.message) : heard.schema;
    const found = error instanceof SourceError ? "" : causeOf(error);
    return { ...heard, state: "failed", schema, found, ...ended() };
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
    const world = withLive(surroundings);
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
    if (values.x && !xToken) throw new UsageError("--x needs X_BEARER_TOKEN in the environment");
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
