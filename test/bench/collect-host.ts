/**
 * A day of Bluesky's stream in its real form and size, sent as fast as it is read, in a process of its own: small talk, replies, pictures,
 * quotes, deletions, and a paper in every 900th post. Prints its port; `node collect-host.ts POSTS FROM` with FROM in milliseconds.
 */
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { acceptance, closeFrame, frame, isClose } from "../jetstream-host/frames.ts";
import {
  deleted,
  inventedDid,
  inventedKey,
  posted,
  postUri,
  quote,
  type StreamEvent,
} from "../jetstream-host/made-stream.ts";

const [posts = 3_600_000, from = 0] = process.argv.slice(2).map(Number);
const DAY = 86_400_000_000;
const EVERY = Math.floor(DAY / posts);
const BATCH = 900;
const TALK =
  "Something about the weather, a game, a song, and what we had for lunch today in the park. ".repeat(3);

const picture = {
  $type: "app.bsky.embed.images",
  images: [
    {
      alt: "",
      aspectRatio: { height: 3011, width: 4000 },
      image: {
        $type: "blob",
        ref: { $link: `bafkrei${"x".repeat(52)}` },
        mimeType: "image/jpeg",
        size: 1_997_139,
      },
    },
  ],
};
const web = {
  $type: "app.bsky.embed.external",
  external: {
    uri: "https://video.example/watch?v=1",
    title: TALK.slice(0, 80),
    description: TALK.slice(0, 150),
  },
};

/** The n-th of a batch, of a time that is put in later. */
function talk(n: number): StreamEvent {
  const time = 1_000_000_000_000_000;
  const [did, key] = [inventedDid(n), inventedKey(n)];
  if (n % 12 === 1) return deleted(time, did, key);
  if (n % 12 === 3)
    return posted(time, { did, key, text: TALK.slice(0, 100), embed: quote(postUri(did, key)) });
  if (n % 12 === 5) return posted(time, { did, key, text: TALK.slice(0, 60), embed: picture });
  if (n % 12 === 7)
    return posted(time, { did, key, text: TALK, embed: web, links: ["https://video.example/watch?v=1"] });
  return posted(time, {
    did,
    key,
    text: TALK.slice(0, 100 + ((n * 7) % 170)) + " 天気がいい。".repeat(n % 16),
  });
}

const frames = Array.from({ length: BATCH - 1 }, (_, n) => frame(talk(n).text));
const template = Buffer.concat(frames);
const places: number[] = [];
for (let at = template.indexOf('"time_us":'); at >= 0; at = template.indexOf('"time_us":', at + 1))
  places.push(at + '"time_us":'.length);

/** Sends the posts from a time on. */
async function play(socket: Socket, cursor: number): Promise<void> {
  const begin = from * 1000;
  const first = Math.max(0, Math.floor((cursor - begin) / EVERY / BATCH));
  // One batch more than the day: the collector ends at the first event after it.
  for (let batch = first; batch <= Math.ceil(posts / BATCH); batch++) {
    if (socket.destroyed || socket.writableEnded) return;
    const time = begin + batch * BATCH * EVERY;
    const own = Buffer.from(template);
    for (const [n, place] of places.entries()) own.write(String(time + n * EVERY), place, "latin1");
    socket.write(own);
    const paper = posted(time + (BATCH - 1) * EVERY, {
      did: inventedDid(batch % 3000),
      key: inventedKey(batch),
      text: "worth a read",
      links: [`https://arxiv.org/abs/2611.${String(10_000 + (batch % 2000))}`],
    });
    if (!socket.write(frame(paper.text))) await once(socket, "drain");
  }
  socket.end(closeFrame(1000));
}

const server = createServer();
server.on("upgrade", (request, stream) => {
  const socket = stream as Socket;
  socket.on("error", () => undefined);
  socket.on("data", (bytes) => {
    if (isClose(bytes)) socket.end(closeFrame(1000));
  });
  socket.write(acceptance(request.headers["sec-websocket-key"] ?? ""));
  const cursor = Number(new URL(request.url ?? "/", "http://127.0.0.1").searchParams.get("cursor") ?? 0);
  play(socket, cursor).catch(() => undefined);
});
server.listen(0, "127.0.0.1", () => {
  const bytes = template.length + frame("x".repeat(500)).length;
  console.log(JSON.stringify({ port: (server.address() as AddressInfo).port, meanBytes: bytes / BATCH }));
});
