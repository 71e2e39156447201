import { afterEach, beforeEach, expect, test } from "vitest";
import { askOptedOut } from "../../../lib/live/sources/bluesky-declaration.ts";
import { startApiHost } from "../../api-host/host.ts";
import type { ApiHost } from "../../api-host/host.ts";
import { testOutside } from "../../api-host/outside.ts";
import { usualWorld } from "../../api-host/world.ts";

const PERSON = "did:plc:invented0000000000000001";
const SHY = "did:plc:invented0000000000000011";

let host: ApiHost;
beforeEach(async () => {
  host = await startApiHost();
});
afterEach(() => host.close());

const ask = (...dids: string[]) => askOptedOut(testOutside(), host.addresses, dids);

test("finds who opted out, on the account's own server that the directory names", async () => {
  expect(usualWorld().optedOut).toEqual([SHY]);
  expect(await ask(PERSON, SHY)).toEqual({ optedOut: new Set([SHY]), unknown: new Set() });
  expect(host.asked.map(({ text }) => text.split("?")[0])).toEqual([
    `plc /${PERSON}`,
    "plc /pds/xrpc/com.atproto.repo.getRecord",
    `plc /${SHY}`,
    "plc /pds/xrpc/com.atproto.repo.getRecord",
  ]);
});

test("an account that the directory does not know is unknown, the others are asked", async () => {
  expect(await ask("did:plc:nobody", SHY)).toEqual({
    optedOut: new Set([SHY]),
    unknown: new Set(["did:plc:nobody"]),
  });
});

test("when the directory is busy and asked us to wait, it gets none, and the rest is unknown", async () => {
  host.instead = () => ({ status: 429 });
  expect(await ask(PERSON, SHY)).toEqual({ optedOut: new Set(), unknown: new Set([PERSON, SHY]) });
  expect(host.asked).toHaveLength(1);
});

test.each([
  ["an address with a password", "http://me:secret@127.0.0.1:1/"],
  ["a file", "file:///etc/passwd"],
  ["another machine than the directory's own", "https://example.org"],
  ["nothing", undefined],
])("a document that names %s is not followed", async (_, serviceEndpoint) => {
  host.instead = () => ({ body: JSON.stringify({ service: [{ id: "#atproto_pds", serviceEndpoint }] }) });
  expect(await ask(PERSON)).toEqual({ optedOut: new Set(), unknown: new Set([PERSON]) });
  expect(host.asked).toHaveLength(1);
});

test.each([
  "https://127.0.0.1:1",
  "https://localhost.",
  "https://[::1]",
  "https://192.168.1.1",
  "https://nas.local",
])(
  "from a public directory no server on this machine or in its network is asked: %s",
  async (serviceEndpoint) => {
    const urls: string[] = [];
    const outside = {
      ...testOutside(),
      fetch: (url: string) => {
        urls.push(url);
        const service = [{ id: "#atproto_pds", serviceEndpoint }];
        return Promise.resolve(new Response(JSON.stringify({ service })));
      },
    };
    await askOptedOut(outside, { plc: "https://plc.directory" }, [PERSON]);
    expect(urls).toEqual([`https://plc.directory/${PERSON}`]);
  },
);

test("nor is an account that says that it lies there", async () => {
  expect(await ask("did:web:nas.local", "did:web:a.localhost")).toEqual({
    optedOut: new Set(),
    unknown: new Set(["did:web:nas.local", "did:web:a.localhost"]),
  });
  expect(host.asked).toEqual([]);
});
