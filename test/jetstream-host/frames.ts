/** WebSocket as a server speaks it (RFC 6455), as far as Jetstream needs it: text out, a close frame in. */
import { createHash } from "node:crypto";

const MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** What a server answers to a request for a WebSocket. */
export const acceptance = (key: string): string =>
  [
    "HTTP/1.1 101 Switching Protocols",
    "Upgrade: websocket",
    "Connection: Upgrade",
    `Sec-WebSocket-Accept: ${createHash("sha1").update(`${key}${MAGIC}`).digest("base64")}`,
    "\r\n",
  ].join("\r\n");

export const TEXT = 0x1;
export const BINARY = 0x2;
const CLOSE = 0x8;

/** One frame, whole. */
export function frame(content: Buffer | string, opcode = TEXT): Buffer {
  const body = typeof content === "string" ? Buffer.from(content) : content;
  const head = Buffer.alloc(body.length < 126 ? 2 : body.length < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  if (head.length === 2) head[1] = body.length;
  else if (head.length === 4) {
    head[1] = 126;
    head.writeUInt16BE(body.length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(body.length), 2);
  }
  return Buffer.concat([head, body]);
}

/** The frame that ends a connection. */
export function closeFrame(code: number, reason = ""): Buffer {
  const head = Buffer.alloc(2);
  head.writeUInt16BE(code);
  return frame(Buffer.concat([head, Buffer.from(reason)]), CLOSE);
}

/** Whether what a client sent begins with its close frame: the only one that ours ever sends besides pongs. */
export const isClose = (bytes: Buffer): boolean => ((bytes[0] ?? 0) & 0x0f) === CLOSE;
