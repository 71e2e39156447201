/**
 * The closed world of a browser: one proxy that stands in for the whole internet. The hosts of its site keep their real
 * names and ports; any other host is refused. Everything asked for is written down, so that a test can say what was.
 */
import http from "node:http";
import https from "node:https";
import net from "node:net";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { certificateFor } from "./certificate.ts";

/** What a server answers. */
export interface Reply {
  status?: number;
  type?: string;
  body: string;
  /** What comes after the body, piece by piece, each after a while in which a browser paints what it has. */
  later?: readonly string[];
  headers?: Record<string, string>;
  /** The request is never answered. */
  silent?: boolean;
}

/** The servers of a world. */
export interface Site {
  /** Names of its hosts. */
  hosts: readonly string[];
  /** The answer to one request to them, whose header names are lower-case; undefined is 404. */
  reply: (url: URL, headers: http.IncomingHttpHeaders) => Reply | undefined;
}

export interface World {
  /** Port of the proxy on 127.0.0.1. */
  port: number;
  /** Every request that was answered, in order. */
  hits: URL[];
  /** Every host that was wanted and refused. */
  refused: string[];
  close: () => Promise<void>;
}

/** Between two pieces of a page, in ms. */
const WHILE = 400;

const listen = (server: net.Server) =>
  new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });

const closed = (server: http.Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Opens a world with these servers in it. Close it when the browser is closed. */
export async function openWorld({ hosts, reply }: Site): Promise<World> {
  const hits: URL[] = [];
  const refused: string[] = [];
  const sockets = new Set<net.Socket>();

  const answer =
    (scheme: "http" | "https") => (request: http.IncomingMessage, response: http.ServerResponse) => {
      // A proxy gets whole addresses of http requests, and paths of https ones, whose host came with CONNECT.
      const url = new URL(request.url ?? "/", `${scheme}://${request.headers.host ?? "nowhere"}`);
      if (!hosts.includes(url.hostname)) {
        refused.push(url.hostname);
        response.writeHead(502).end();
        return;
      }
      hits.push(url);
      const {
        status = 200,
        type = "text/html; charset=utf-8",
        body,
        later = [],
        headers,
        silent,
      } = reply(url, request.headers) ?? { status: 404, body: "" };
      if (silent) return;
      response.writeHead(status, { "content-type": type, "cache-control": "no-store", ...headers });
      const send = async () => {
        response.write(body);
        for (const piece of later) {
          await pause(WHILE);
          response.write(piece);
        }
        response.end();
      };
      void send();
    };

  const secure = https.createServer(certificateFor(hosts), answer("https"));
  const securePort = await listen(secure);
  const proxy = http.createServer(answer("http"));
  proxy.on("connect", (request: http.IncomingMessage, client: net.Socket, head: Buffer) => {
    client.on("error", () => client.destroy()); // a browser that ends hangs up on whatever it had asked for
    const host = (request.url ?? "").replace(/:\d+$/u, "");
    if (!hosts.includes(host)) {
      refused.push(host);
      client.end("HTTP/1.1 502 Closed world\r\n\r\n");
      return;
    }
    const server = net.connect(securePort, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      server.write(head);
      server.pipe(client);
      client.pipe(server);
    });
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });

  return {
    port: await listen(proxy),
    hits,
    refused,
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([closed(proxy), closed(secure)]);
    },
  };
}
