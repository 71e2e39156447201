import http from "node:http";
import tls from "node:tls";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld({
    hosts: ["arxiv.org"],
    reply: ({ pathname }) => (pathname === "/abs/1" ? { body: "a paper" } : undefined),
  });
});
afterEach(() => world.close());

/** What the proxy says to CONNECT, and, if it lets us through, what the server says to GET. */
const get = (host: string, path: string) =>
  new Promise<string>((resolve, reject) => {
    const request = http.request({ port: world.port, method: "CONNECT", path: `${host}:443` });
    request.on("connect", (response, socket) => {
      if (response.statusCode !== 200) return resolve(String(response.statusCode));
      const stream = tls.connect({ socket, servername: host, rejectUnauthorized: false });
      stream.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      let text = "";
      stream.on("data", (chunk) => (text += String(chunk)));
      stream.on("end", () => resolve(text));
    });
    request.on("error", reject);
    request.end();
  });

test("answers for its hosts under their real names, and writes the addresses down", async () => {
  expect(await get("arxiv.org", "/abs/1")).toContain("a paper");
  expect(await get("arxiv.org", "/abs/2?x=1")).toContain("404 Not Found");
  expect(world.hits.map(String)).toEqual(["https://arxiv.org/abs/1", "https://arxiv.org/abs/2?x=1"]);
  expect(world.refused).toEqual([]);
});

test("refuses every other host, and writes its name down", async () => {
  expect(await get("example.org", "/")).toBe("502");
  expect(world.refused).toEqual(["example.org"]);
  expect(world.hits).toEqual([]);
});
