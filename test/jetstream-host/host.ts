/** A Jetstream of our own on 127.0.0.1: replays its events from a cursor on, and can cut, stall, and send rubbish. */
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { once } from "node:events";
import { acceptance, closeFrame, frame, isClose } from "./frames.ts";
import type { StreamEvent } from "./made-stream.ts";

type Before = "cut" | "close" | "hang" | Buffer | undefined;

export interface JetstreamHost {
  url: string;
  /** The cursors that were asked for, one for each connection. */
  cursors: number[];
  /** How many events were sent, over all connections. */
  sent: number;
  /** What becomes of a connection before its next event, by how many events it had: ends it, holds it back, or sends bytes first. */
  before: (event: StreamEvent, had: number, turn: number) => Before | Promise<Before>;
  /** Answers requests for a connection with this status instead. */
  refuse: number | undefined;
  /** Connections that were cut because their reader took nothing for so long (milliseconds). */
  patience: number;
  cutReaders: number;
  /** Does not answer when a reader says goodbye, and keeps the connection. */
  deaf: boolean;
  /** Events before this time (microseconds) are not kept any more. */
  keptFrom: number;
  close: () => Promise<void>;
}

/** Starts it. Events must be in order of time. */
export async function startJetstream(events: readonly StreamEvent[]): Promise<JetstreamHost> {
  const sockets = new Set<Socket>();
  const server = createServer((_, response) => response.writeHead(404).end());
  server.on("upgrade", (request, stream) => {
    const socket = stream as Socket;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (host.refuse !== undefined || url.pathname !== "/subscribe") {
      socket.end(`HTTP/1.1 ${host.refuse ?? 404} No\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const cursor = Number(url.searchParams.get("cursor") ?? Infinity);
    host.cursors.push(cursor);
    socket.on("data", (bytes) => {
      if (isClose(bytes) && !host.deaf) socket.end(closeFrame(1000));
    });
    socket.write(acceptance(request.headers["sec-websocket-key"] ?? ""));
    void play(host, socket, events, Math.max(cursor, host.keptFrom));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const host: JetstreamHost = {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cursors: [],
    sent: 0,
    before: () => undefined,
    refuse: undefined,
    patience: 5_000,
    cutReaders: 0,
    deaf: false,
    keptFrom: 0,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return host;
}

/** Sends the events from a time on, as fast as they are read. */
async function play(
  host: JetstreamHost,
  socket: Socket,
  events: readonly StreamEvent[],
  from: number,
): Promise<void> {
  const turn = host.cursors.length;
  let had = 0;
  for (const event of events) {
    if (event.time < from) continue;
    if (socket.destroyed || socket.writableEnded) return;
    const what = await host.before(event, had, turn);
    if (what === "hang") return;
    if (what === "cut") {
      socket.destroy();
      return;
    }
    if (what === "close") {
      socket.end(closeFrame(1001, "going away"));
      return;
    }
    if (what !== undefined) socket.write(what);
    had += 1;
    host.sent += 1;
    if (!socket.write(frame(event.text)) && !(await drained(socket, host.patience))) {
      host.cutReaders += 1;
      socket.destroy();
      return;
    }
  }
}

/** Whether the reader took what was sent in this time. */
async function drained(socket: Socket, milliseconds: number): Promise<boolean> {
  const late = AbortSignal.timeout(milliseconds);
  return once(socket, "drain", { signal: late }).then(
    () => true,
    () => socket.destroyed,
  );
}
