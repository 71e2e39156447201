/** Looks at a page of every kind of arXiv's and at what `hot-papers doctor` found, and says what has moved. */
import type { PageKind } from "../../lib/messages/messages.ts";
import { movedOn } from "./look-at-page.ts";
import { canaryPages } from "./pages.ts";
import { readRobots } from "./robots.ts";

export const ARXIV = "https://arxiv.org";

/** So that arXiv knows whom to ask when we are a nuisance. */
const USER_AGENT = "hot-papers (canary, once a day)";
const TIME_LIMIT = 60_000;

/** The outside world, so that tests can hand in another. */
export interface Outside {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  now: () => number;
  /** Waits for so many milliseconds. */
  wait: (milliseconds: number) => Promise<unknown>;
}

/** What was found at one address. `moved`: we must change something. `silent`: it is unknown today. `left`: we may not ask. */
export interface Finding {
  what: string;
  address: string;
  state: "ok" | "moved" | "silent" | "left";
  words: string[];
}

/** Servers say so of themselves, of a crowd, or of us: nothing that a change of ours would help. arXiv says 406 when it throttles. */
const isSilence = (status: number) => status >= 500 || [403, 406, 408, 429].includes(status);

async function ask(outside: Outside, url: string): Promise<Response> {
  return outside.fetch(url, {
    headers: { "user-agent": USER_AGENT, accept: "text/html" },
    signal: AbortSignal.timeout(TIME_LIMIT),
  });
}

async function look(outside: Outside, kind: PageKind, address: string, full: boolean): Promise<Finding> {
  const finding = { what: kind, address };
  try {
    const response = await ask(outside, address);
    if (isSilence(response.status))
      return { ...finding, state: "silent", words: [`answered ${response.status}`] };
    if (!response.ok) return { ...finding, state: "moved", words: [`answered ${response.status}`] };
    const words = movedOn({ url: response.url || address, html: await response.text(), full });
    return { ...finding, state: words.length > 0 ? "moved" : "ok", words };
  } catch (error) {
    return { ...finding, state: "silent", words: [`did not answer: ${String(error)}`] };
  }
}

/** One page of each kind, no faster than arXiv wants to be asked, and none that its robots.txt keeps to itself. */
export async function lookAtArxiv(outside: Outside): Promise<Finding[]> {
  const address = `${ARXIV}/robots.txt`;
  const robots = await ask(outside, address)
    .then(async (response) => {
      if (isSilence(response.status)) throw new Error(`answered ${response.status}`);
      return readRobots(response.ok ? await response.text() : "");
    })
    .catch((error: unknown) => String(error));
  if (typeof robots === "string") return [{ what: "robots.txt", address, state: "silent", words: [robots] }];
  const findings: Finding[] = [];
  for (const [kind, { path, full }] of Object.entries(canaryPages(outside.now()))) {
    const page = ARXIV + path;
    if (!robots.mayAsk(path)) {
      findings.push({ what: kind, address: page, state: "left", words: ["robots.txt does not allow it"] });
      continue;
    }
    await outside.wait(robots.delay * 1000);
    findings.push(await look(outside, kind as PageKind, page, full));
  }
  return findings;
}

/** What `doctor --json` prints of a service. */
interface DoctorFinding {
  service: string;
  state: "ok" | "failed";
  status?: number;
  schema: string;
  found: string;
}

/** The doctor's findings in our words. A service that answers in another shape, or no longer at its address, has moved. */
export const readDoctor = (json: string): Finding[] =>
  (JSON.parse(json) as DoctorFinding[]).map(({ service, state, status, schema, found }) => {
    const silent = status === undefined || isSilence(status);
    return {
      what: "doctor",
      address: service,
      state: state === "ok" ? "ok" : silent ? "silent" : "moved",
      words:
        state === "ok" ? [] : [`status: ${status ?? "none"}`, `schema: ${schema}`, found].filter(Boolean),
    };
  });

const WORDS = {
  moved: "Moved",
  silent: "Did not answer, so nobody can tell today",
  left: "Not asked",
  ok: "As expected",
} as const;

/** The findings as Markdown, the worst first. */
export function reportOf(findings: readonly Finding[]): string {
  const parts = (Object.keys(WORDS) as (keyof typeof WORDS)[]).flatMap((state) => {
    const found = findings.filter((finding) => finding.state === state);
    const lines = found.map(
      ({ what, address, words }) => `- ${what}, ${address}${words.map((word) => `; ${word}`).join("")}`,
    );
    return lines.length > 0 ? [`## ${WORDS[state]}\n\n${lines.join("\n")}\n`] : [];
  });
  return parts.join("\n");
}
