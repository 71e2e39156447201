/** One server on 127.0.0.1 that speaks all the APIs, each under its own name as the first part of the path. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { PUBLIC_ADDRESSES } from "../../lib/live/sources/addresses.ts";
import type { Addresses } from "../../lib/live/sources/addresses.ts";
import { services } from "./services.ts";
import type { ApiAnswer, ApiRequest } from "./services.ts";
import { usualWorld } from "./world.ts";
import type { World } from "./world.ts";

export interface Asked {
  /** `huggingface /api/daily_papers?date=2026-11-20&limit=100`. */
  text: string;
  headers: ApiRequest["headers"];
  /** False if the answer was held back. */
  answered: boolean;
}

export interface ApiHost {
  addresses: Addresses;
  asked: Asked[];
  /** Called for each request; an answer given here replaces the service's own. */
  instead: (
    service: keyof Addresses,
    request: ApiRequest,
    turn: number,
  ) => Partial<ApiAnswer> | "hang" | undefined;
  close: () => Promise<void>;
}

const NAMES = Object.keys(PUBLIC_ADDRESSES) as (keyof Addresses)[];

/** Starts the server with a world of its own. `now` is the services' clock, for their throttles. */
export async function startApiHost(
  world: World = usualWorld(),
  now: () => number = Date.now,
): Promise<ApiHost> {
  const known = services(world, now);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const [, name = "", ...rest] = url.pathname.split("/");
    const service = NAMES.find((one) => one === name);
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const path = `/${rest.join("/")}`;
      const asked: Asked = {
        text: `${name} ${path}${url.search}`,
        headers: request.headers,
        answered: false,
      };
      host.asked.push(asked);
      if (!service) {
        response.writeHead(404).end();
        return;
      }
      const apiRequest: ApiRequest = {
        method: request.method ?? "GET",
        path: decodeURIComponent(path),
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(parts).toString(),
      };
      const instead = host.instead(service, apiRequest, host.asked.length);
      if (instead === "hang") return;
      asked.answered = true;
      const answer = { ...known[service](apiRequest), ...instead };
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const host: ApiHost = {
    addresses: Object.fromEntries(NAMES.map((name) => [name, `${origin}/${name}`])) as unknown as Addresses,
    asked: [],
    instead: () => undefined,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return host;
}
