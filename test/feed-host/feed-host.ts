/**
 * A host of feeds on 127.0.0.1 that can be told how to behave, file by file, and that writes down every request. It is what
 * GitHub Pages or jsDelivr are: static files with ETag, short caching and `Access-Control-Allow-Origin: *`.
 */
import { createHash } from "node:crypto";
import http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { certificateFor } from "../e2e/harness/certificate.ts";

export interface HostFile {
  /** Absent: what the file's ending says. */
  type?: string;
  body: string | Uint8Array;
}

/** What a file does instead of being served rightly. All that is given happens. */
export interface Behaviour {
  /** Milliseconds before the answer begins. */
  slow?: number;
  /** The connection ends after half of the body. */
  cutOff?: boolean;
  /** Answers so with an empty body. */
  status?: number;
  /** Seconds or a date, with a status. */
  retryAfter?: string;
  redirect?: string;
  type?: string;
  gzip?: boolean;
  /** So many bytes of white space in place of the body. */
  size?: number;
  /** Without a length said before. */
  chunked?: boolean;
  /** White space for ever. */
  endless?: boolean;
  /** Begins to answer and says no more. */
  silent?: boolean;
  withoutCors?: boolean;
}

export interface HostRequest {
  method: string;
  path: string;
  headers: http.IncomingHttpHeaders;
  status: number;
  /** Of the body that was sent, packed if it was. */
  bytes: number;
}

export interface FeedHost {
  /** `http://127.0.0.1:PORT`, or https. */
  origin: string;
  /** Every request, in order. */
  requests: HostRequest[];
  /** Most requests that were open at the same time. */
  mostAtOnce: () => number;
  /** Puts files at paths (`/v1/latest.json`); those that are there stay. */
  serve: (files: Record<string, string | Uint8Array | HostFile>) => void;
  remove: (path: string) => void;
  /** Sets how a path behaves; undefined for rightly again. `*` is for all paths. */
  behave: (path: string, behaviour: Behaviour | undefined) => void;
  close: () => Promise<void>;
}

const TYPES: Record<string, string> = {
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  html: "text/html; charset=utf-8",
};

/** What a host serves, and what it wrote down. */
interface HostState {
  files: Map<string, HostFile>;
  behaviours: Map<string, Behaviour>;
  requests: HostRequest[];
  /** Requests that are open now, and the most that ever were. */
  open: number;
  most: number;
}

/** One request on its way to an answer. */
interface Exchange {
  request: http.IncomingMessage;
  response: http.ServerResponse;
  /** The line that is written down of it. */
  line: HostRequest;
  how: Behaviour;
  file: HostFile | undefined;
}

/** Opens a host. With `secure` it speaks https with an untrusted certificate. */
export async function openFeedHost({ secure = false, port = 0 } = {}): Promise<FeedHost> {
  const state: HostState = { files: new Map(), behaviours: new Map(), requests: [], open: 0, most: 0 };
  const { files, behaviours, requests } = state;
  const listener = listenerOf(state);
  const server = secure
    ? https.createServer(certificateFor(["127.0.0.1", "localhost"]), listener)
    : http.createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    origin: `${secure ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    mostAtOnce: () => state.most,
    serve(more) {
      for (const [path, file] of Object.entries(more)) {
        files.set(path, typeof file === "string" || file instanceof Uint8Array ? { body: file } : file);
      }
    },
    remove: (path) => void files.delete(path),
    behave: (path, behaviour) => void (behaviour ? behaviours.set(path, behaviour) : behaviours.delete(path)),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Counts what is open, writes down each request and answers it. */
function listenerOf(state: HostState): http.RequestListener {
  return (request, response) => {
    state.open += 1;
    state.most = Math.max(state.most, state.open);
    response.once("close", () => (state.open -= 1));
    const path = request.url ?? "/";
    const line = { method: request.method ?? "", path, headers: request.headers, status: 0, bytes: 0 };
    state.requests.push(line);
    const how = { ...state.behaviours.get("*"), ...state.behaviours.get(path) };
    answer({ request, response, line, how, file: state.files.get(path) }).catch(() => response.destroy());
  };
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, how, file } = exchange;
  if (how.slow !== undefined) await pause(how.slow);
  const common: http.OutgoingHttpHeaders = how.withoutCors ? {} : { "access-control-allow-origin": "*" };
  if (how.redirect !== undefined) end(exchange, 302, { ...common, location: how.redirect });
  else if (how.status !== undefined) end(exchange, how.status, { ...common, ...retryHeaders(how) });
  else if (request.method !== "GET") end(exchange, 405, common);
  else if (!file && how.size === undefined && !how.endless && !how.silent)
    end(exchange, 404, common, "not here");
  else await answerFile(exchange, common);
}

const retryHeaders = ({ retryAfter }: Behaviour): http.OutgoingHttpHeaders =>
  retryAfter === undefined
    ? {}
    : { "retry-after": retryAfter, "access-control-expose-headers": "Retry-After" };

/** Answers with the file, or that it has not changed. */
async function answerFile(exchange: Exchange, common: http.OutgoingHttpHeaders): Promise<void> {
  const { request, response, line, how, file } = exchange;
  const plain = Buffer.from(how.size === undefined ? (file?.body ?? "") : Buffer.alloc(how.size, " "));
  const etag = `"${createHash("sha256").update(plain).digest("hex").slice(0, 20)}"`;
  const headers = {
    ...common,
    "content-type":
      how.type ?? file?.type ?? TYPES[line.path.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    "cache-control": "max-age=600",
    etag,
  };
  if (request.headers["if-none-match"] === etag) {
    line.status = 304;
    response.writeHead(304, headers).end();
    return;
  }
  const body = how.gzip ? gzipSync(plain) : plain;
  if (how.gzip) Object.assign(headers, { "content-encoding": "gzip" });
  line.status = 200;
  if (how.silent) response.writeHead(200, headers).write(" ");
  else if (how.endless) await writeForEver(exchange, headers);
  else if (how.cutOff) cutOff(exchange, headers, body);
  else if (how.chunked) writeChunked(exchange, headers, body);
  else end(exchange, 200, headers, body);
}

/** Answers with the length said before, and ends. */
function end(
  { response, line }: Exchange,
  status: number,
  headers: http.OutgoingHttpHeaders,
  body: Uint8Array | string = "",
): void {
  line.status = status;
  line.bytes = Buffer.byteLength(body);
  response.writeHead(status, { ...headers, "content-length": line.bytes }).end(body);
}

/** Writes white space until the other side goes. */
async function writeForEver({ response, line }: Exchange, headers: http.OutgoingHttpHeaders): Promise<void> {
  response.writeHead(200, headers);
  const chunk = Buffer.alloc(65_536, " ");
  while (!response.destroyed) {
    line.bytes += chunk.length;
    if (!response.write(chunk)) {
      await Promise.race([
        new Promise((resolve) => response.once("drain", resolve)),
        new Promise((resolve) => response.once("close", resolve)),
      ]);
    }
  }
}

/** Says the whole length, and ends the connection after half of the body. */
function cutOff({ response }: Exchange, headers: http.OutgoingHttpHeaders, body: Uint8Array): void {
  response.writeHead(200, { ...headers, "content-length": body.length });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

/** Answers without a length said before. */
function writeChunked(
  { response, line }: Exchange,
  headers: http.OutgoingHttpHeaders,
  body: Uint8Array,
): void {
  response.writeHead(200, headers);
  line.bytes = body.length;
  response.end(body);
}
