/**
 * Our Bluesky source against real Bluesky software on this machine: PDS and AppView of @atproto/dev-env, with PostgreSQL and
 * Redis. Posts, likes, reposts, a deletion and an opt-out are made there and must come out right. Not part of `npm test`:
 * dev-env is half a gigabyte. If something is missing it says so and ends with 0.
 *
 * ```
 * mkdir /tmp/network && cd /tmp/network
 * echo '{"dependencies":{"@atproto/dev-env":"0.6.7"},"overrides":{"better-sqlite3":"13.2.0"}}' > package.json && npm install
 * HOT_PAPERS_ATPROTO=/tmp/network node test/bluesky-network/run.ts
 * ```
 */
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { PUBLIC_ADDRESSES } from "../../lib/live/sources/addresses.ts";
import { askBluesky } from "../../lib/live/sources/bluesky.ts";
import { askOptedOut } from "../../lib/live/sources/bluesky-declaration.ts";
import { askBlueskySignedIn } from "../../lib/live/sources/bluesky-signed-in.ts";
import { blueskySession } from "../../lib/live/sources/bluesky-session.ts";
import type { Outside } from "../../lib/net/outside.ts";
import type { Talk } from "../../lib/live/sources/talk.ts";

/** The parts of dev-env that are used here; its own types come with it and are not installed. */
interface Ref {
  ref: { uri: { toString: () => string }; uriStr: string };
}
interface Seed {
  createAccount: (
    name: string,
    account: { handle: string; email: string; password: string },
  ) => Promise<unknown>;
  dids: Record<string, string>;
  post: (
    did: string,
    text: string,
    facets?: unknown,
    images?: unknown,
    quote?: unknown,
    more?: unknown,
  ) => Promise<Ref>;
  like: (did: string, ref: unknown) => Promise<unknown>;
  repost: (did: string, ref: unknown) => Promise<unknown>;
  deletePost: (did: string, uri: unknown) => Promise<unknown>;
  getHeaders: (did: string) => Record<string, string>;
}
interface Network {
  bsky: { url: string };
  pds: { url: string };
  plc: { url: string };
  getSeedClient: () => Seed;
  processAll: () => Promise<void>;
  close: () => Promise<void>;
}

function missing(what: string): never {
  console.log(`skipped: ${what}`);
  process.exit(0);
}

const onPath = (program: string): string | undefined => {
  const found = spawnSync("sh", ["-c", `command -v ${program}`], { encoding: "utf8" }).stdout.trim();
  return found === "" ? undefined : found;
};

/** Debian keeps PostgreSQL's own programs off the path. */
function postgresProgram(name: string): string {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).toSorted().toReversed() : [];
  const place = versions
    .map((version) => join(debian, version, "bin", name))
    .find((path) => existsSync(path));
  return place ?? onPath(name) ?? missing(`no ${name} (PostgreSQL)`);
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

const folder =
  process.env["HOT_PAPERS_ATPROTO"] ?? missing("HOT_PAPERS_ATPROTO names no folder with @atproto/dev-env");
const redisServer = onPath("redis-server") ?? missing("no redis-server");
const [initdb, postgres] = [postgresProgram("initdb"), postgresProgram("postgres")];
let devEnv: string;
try {
  devEnv = createRequire(join(folder, "package.json")).resolve("@atproto/dev-env");
} catch {
  missing(`no @atproto/dev-env in ${folder}`);
}

const scratch = mkdtempSync(join(tmpdir(), "hot-papers-network-"));
chmodSync(scratch, 0o755);
const children: ChildProcess[] = [];
let network: Network | undefined;

/** PostgreSQL refuses to run as root: then it runs as its own user. */
function postgresUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function startDatabases(): Promise<{ postgresUrl: string; redisHost: string }> {
  const user = postgresUser();
  const data = join(scratch, "postgres");
  mkdirSync(data);
  if (user.uid !== undefined && user.gid !== undefined) chownSync(data, user.uid, user.gid);
  execFileSync(initdb, ["-D", data, "-U", "network", "--auth=trust", "-E", "UTF8"], {
    ...user,
    cwd: data,
    stdio: "ignore",
  });
  const [postgresPort, redisPort] = [await freePort(), await freePort()];
  const settings = [
    "-D",
    data,
    "-p",
    String(postgresPort),
    "-k",
    data,
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "fsync=off",
  ];
  children.push(spawn(postgres, settings, { ...user, cwd: data, stdio: "ignore" }));
  children.push(
    spawn(redisServer, ["--port", String(redisPort), "--bind", "127.0.0.1", "--save", "", "--dir", scratch], {
      stdio: "ignore",
    }),
  );
  await pause(3_000);
  return {
    postgresUrl: `postgresql://network@127.0.0.1:${postgresPort}/postgres`,
    redisHost: `127.0.0.1:${redisPort}`,
  };
}

const NAMES = ["alice", "bob", "carol"];

async function makeTalk(seed: Seed) {
  for (const name of NAMES) {
    await seed.createAccount(name, {
      handle: `${name}.test`,
      email: `${name}@test.com`,
      password: `${name}-pass`,
    });
  }
  const { alice = "", bob = "", carol = "" } = seed.dids;
  const link = (uri: string, length: number) => [
    { index: { byteStart: 0, byteEnd: length }, features: [{ $type: "app.bsky.richtext.facet#link", uri }] },
  ];
  // The app's way: the shown address is cut, the facet has it whole.
  const first = await seed.post(
    alice,
    "arxiv.org/abs/2611.123... look",
    link("https://arxiv.org/abs/2611.12345v2", 25),
  );
  const second = await seed.post(
    bob,
    "arxiv.org/pdf/2611.12345 too",
    link("https://arxiv.org/pdf/2611.12345", 24),
  );
  const gone = await seed.post(bob, "arxiv.org/abs/2611.12401", link("https://arxiv.org/abs/2611.12401", 24));
  const shy = await seed.post(
    carol,
    "arxiv.org/abs/2611.12402",
    link("https://arxiv.org/abs/2611.12402", 24),
  );
  // Only words, no link.
  await seed.post(carol, "arxiv.org/abs/2611.12346 is only text here");
  for (const did of [bob, carol]) await seed.like(did, first.ref);
  await seed.repost(carol, first.ref);
  await seed.like(alice, second.ref);
  await seed.like(alice, gone.ref);
  await seed.like(alice, shy.ref);
  return { alice, bob, carol, gone };
}

const outside: Outside = {
  fetch: (url, init) => fetch(url, init),
  now: Date.now,
  wait: (time) => pause(time),
  random: Math.random,
  online: () => true,
};

async function talkNow(
  addresses: typeof PUBLIC_ADDRESSES,
  signedIn: boolean,
): Promise<Record<string, unknown>> {
  const now = Date.now() + 60_000;
  const session = blueskySession(outside, addresses.blueskyServer, {
    identifier: "alice.test",
    password: "alice-pass",
  });
  const time = { from: now - 72 * 3_600_000, until: now };
  const answer = signedIn
    ? await askBlueskySignedIn(outside, addresses, { ...time, session })
    : await askBluesky(outside, addresses, { ...time, parts: 1 });
  assert.equal(answer.state, "ok", JSON.stringify(answer));
  const facts: Talk[] = answer.state === "ok" ? answer.facts : [];
  return Object.fromEntries(
    facts.map(({ id, counts, posts }) => [id, [counts.reposts, counts.likes, posts.length]]),
  );
}

try {
  const { postgresUrl, redisHost } = await startDatabases();
  process.env["DB_POSTGRES_URL"] = postgresUrl;
  process.env["REDIS_HOST"] = redisHost;
  const { TestNetwork } = (await import(pathToFileURL(devEnv).href)) as {
    TestNetwork: { create: (options: { dbPostgresSchema: string }) => Promise<Network> };
  };
  network = await TestNetwork.create({ dbPostgresSchema: "hot_papers" });
  const addresses = {
    ...PUBLIC_ADDRESSES,
    bluesky: network.bsky.url,
    blueskyPosts: network.bsky.url,
    blueskyServer: network.pds.url,
    plc: network.plc.url,
  };
  const seed = network.getSeedClient();
  const { carol, bob, gone } = await makeTalk(seed);
  await network.processAll();

  const before = { "2611.12345": [1, 3, 2], "2611.12401": [0, 1, 1], "2611.12402": [0, 1, 1] };
  assert.deepEqual(await talkNow(addresses, false), before);
  console.log("ok: posts, likes and reposts made on the network come out, signed out");
  assert.deepEqual(await talkNow(addresses, true), before);
  console.log("ok: the same, signed in through the person's own server");

  await seed.deletePost(bob, gone.ref.uri);
  await network.processAll();
  assert.deepEqual(await talkNow(addresses, false), { "2611.12345": [1, 3, 2], "2611.12402": [0, 1, 1] });
  console.log("ok: a deleted post is gone");

  const record = await fetch(`${network.pds.url}/xrpc/com.atproto.repo.createRecord`, {
    method: "POST",
    headers: { "content-type": "application/json", ...seed.getHeaders(carol) },
    body: JSON.stringify({
      repo: carol,
      collection: "app.bsky.actor.contentVisibilityDeclaration",
      rkey: "self",
      record: {
        $type: "app.bsky.actor.contentVisibilityDeclaration",
        hideFromAlgorithmicRecommendations: true,
      },
    }),
  });
  assert.equal(record.status, 200, await record.text());
  await network.processAll();
  const wishes = await askOptedOut(outside, addresses, [carol, bob]);
  assert.deepEqual([[...wishes.optedOut], [...wishes.unknown]], [[carol], []]);
  console.log("ok: who asked not to be recommended is found");
} finally {
  await network?.close();
  for (const child of children) child.kill("SIGTERM");
  await pause(1_000);
  rmSync(scratch, { recursive: true, force: true });
}
