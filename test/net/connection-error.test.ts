import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { connectionError } from "../../lib/net/connection-error.ts";
import { fetchBytes } from "../../lib/net/fetch-bytes.ts";
import { troubleOfStatus } from "../../lib/net/http-error.ts";

/** As Node's fetch throws it: a TypeError that says nothing, with the reason behind it. */
const fetchFailed = (cause: unknown) => new TypeError("fetch failed", { cause });
const withCode = (code: string) => Object.assign(new Error("x"), { code });

test.each([
  ["ENOTFOUND", "offline", "no network, or no host of that name"],
  ["EAI_AGAIN", "offline", "no network, or no host of that name"],
  ["ENETUNREACH", "offline", "no network"],
  ["ECONNREFUSED", "unreachable", "the connection was refused"],
  ["ETIMEDOUT", "timeout", "timed out"],
  ["UND_ERR_CONNECT_TIMEOUT", "timeout", "timed out"],
  ["UND_ERR_SOCKET", "cutOff", "the connection was cut"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "unreachable", "its certificate is not trusted"],
  ["constructor", "unreachable", "no connection"],
])("what Node calls %s is %s: %s", (code, trouble, detail) => {
  expect(connectionError(fetchFailed(withCode(code)))).toMatchObject({ code: trouble, message: detail });
});

test("of several addresses of a host that were tried, the last one tells", () => {
  const tried = new AggregateError([withCode("ENETUNREACH"), withCode("ECONNREFUSED")]);
  expect(connectionError(fetchFailed(tried)).message).toBe("the connection was refused");
});

test("what a browser throws tells nothing, and never becomes the words", () => {
  const error = new TypeError("NetworkError when attempting to fetch resource.");
  expect(connectionError(error)).toMatchObject({ code: "unreachable", message: "no connection" });
});

test("an error that is its own cause ends", () => {
  const error = new Error("x");
  error.cause = error;
  expect(connectionError(error).code).toBe("unreachable");
});

test.each([
  [406, "throttled"], // arXiv, since 2026
  [429, "throttled"],
  [503, "throttled"],
  [403, "refused"],
  [410, "notFound"],
  [500, "broken"],
])("the status %i is %s", (status, trouble) => {
  expect(troubleOfStatus(status)).toBe(trouble);
});

test("a port without a listener is reported as refused", async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  const asked = fetchBytes(
    { fetch, now: Date.now, connectionError },
    `http://127.0.0.1:${port}/`,
    {},
    { timeLimit: 5000 },
  );
  await expect(asked).rejects.toMatchObject({ code: "unreachable", message: "the connection was refused" });
});

test("a browser does not say what a connection failed of: then it was none", async () => {
  const asked = fetchBytes(
    { fetch: () => Promise.reject(new TypeError("Failed to fetch")), now: Date.now },
    "https://hot.example.org/",
    {},
    { timeLimit: 5000 },
  );
  await expect(asked).rejects.toMatchObject({ code: "unreachable", message: "no connection" });
});
