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

/** Opens a host. With `secure` it speaks https with a certificate that nobody trusts. */
export async function openFeedHost({ secure = false, port = 0 } = {}): Promise<FeedHost> {
  const files = new Map<string, HostFile>();
  const behaviours = new Map<string, Behaviour>();
  const requests: HostRequest[] = [];
  let open = 0;
  let most = 0;

  const answer = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const path = request.url ?? "/";
    const file = files.get(path);
    const how = { ...behaviours.get("*"), ...behaviours.get(path) };
    const line = { method: request.method ?? "", path, headers: request.headers, status: 0, bytes: 0 };
    requests.push(line);
    const end = (status: number, headers: http.OutgoingHttpHeaders = {}, body: Uint8Array | string = "") => {
      line.status = status;
      line.bytes = Buffer.byteLength(body);
      response.writeHead(status, { ...headers, "content-length": line.bytes }).end(body);
    };
    if (how.slow !== undefined) await pause(how.slow);
    const common: http.OutgoingHttpHeaders = how.withoutCors ? {} : { "access-control-allow-origin": "*" };
    if (how.redirect !== undefined) return end(302, { ...common, location: how.redirect });
    if (how.status !== undefined)
      return end(how.status, {
        ...common,
        ...(how.retryAfter !== undefined && {
          "retry-after": how.retryAfter,
          "access-control-expose-headers": "Retry-After",
        }),
      });
    if (request.method !== "GET") return end(405, common);
    if (!file && how.size === undefined && !how.endless && !how.silent) return end(404, common, "not here");

    const plain = Buffer.from(how.size === undefined ? (file?.body ?? "") : Buffer.alloc(how.size, " "));
    const etag = `"${createHash("sha256").update(plain).digest("hex").slice(0, 20)}"`;
    const headers = {
      ...common,
      "content-type":
        how.type ?? file?.type ?? TYPES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream",
      "cache-control": "max-age=600",
      etag,
    };
    if (request.headers["if-none-match"] === etag) {
      line.status = 304;
      response.writeHead(304, headers).end();
      return undefined;
    }
    const body = how.gzip ? gzipSync(plain) : plain;
    if (how.gzip) Object.assign(headers, { "content-encoding": "gzip" });
    line.status = 200;
    if (how.silent) {
      response.writeHead(200, headers).write(" ");
      return undefined;
    }
    if (how.endless) {
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
      return undefined;
    }
    if (how.cutOff) {
      response.writeHead(200, { ...headers, "content-length": body.length });
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
      return undefined;
    }
    if (how.chunked) {
      response.writeHead(200, headers);
      line.bytes = body.length;
      response.end(body);
      return undefined;
    }
    return end(200, headers, body);
  };
  const listener = (request: http.IncomingMessage, response: http.ServerResponse) => {
    open += 1;
    most = Math.max(most, open);
    response.once("close", () => (open -= 1));
    answer(request, response).catch(() => response.destroy());
  };

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
    mostAtOnce: () => most,
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
