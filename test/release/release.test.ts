/** The scripts of a release, run as its workflows run them, up to where the network begins. */
import { generateKeyPairSync } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { notesOf } from "./changelog.ts";
import { zipOf } from "./made-zip.ts";
import { checksumsOf } from "./release-files.ts";
import { pretend, shell } from "./run-step.ts";
import { SECRETS, type Store } from "./stores.ts";
import { scriptsOf, workflowOf } from "./workflow-files.ts";
import { unzip } from "./zip-file.ts";

const home = mkdtempSync(join(tmpdir(), "hot-papers-release-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const VERSION = "1.0.0";
const CHANGELOG = `# Changelog\n\n## ${VERSION} (2026-12-01)\n\n- It is here.\n\n## 0.1.0\n\n- It was not.\n`;
const manifest = (version: string) =>
  JSON.stringify({
    version,
    browser_specific_settings: { gecko: { id: "a@example.org" }, gecko_android: {} },
  });

/** A checkout after `npm run zip`. `changed` replaces some of its files. */
function checkout(name: string, changed: Record<string, string | Buffer> = {}): string {
  const folder = join(home, name);
  const zip = (part: string) => `.output/hot-papers-${VERSION}-${part}.zip`;
  const files = {
    "package.json": JSON.stringify({ version: VERSION }),
    "CHANGELOG.md": CHANGELOG,
    [zip("chrome")]: zipOf({ "manifest.json": manifest(VERSION) }),
    [zip("firefox")]: zipOf({ "manifest.json": manifest(VERSION) }),
    [zip("sources")]: zipOf({ "package.json": "{}" }),
    ...changed,
  };
  mkdirSync(join(folder, ".output"), { recursive: true });
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
  for (const path of ["test", "lib", "node_modules"]) symlinkSync(resolve(path), join(folder, path));
  return folder;
}

test("a zip is read as it was written, and one that was cut off is not read", () => {
  const zip = zipOf({ "a.txt": "one", "b/ü.txt": "" });
  expect([...unzip(zip)].map(([path, content]) => [path, content.toString()])).toEqual([
    ["a.txt", "one"],
    ["b/ü.txt", ""],
  ]);
  expect(() => unzip(zip.subarray(0, -1))).toThrow("cut off");
});

describe("the notes of a release", () => {
  test("of this version are written, and short enough to be read", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    const notes = notesOf(readFileSync("CHANGELOG.md", "utf8").replace(" (not yet released)", ""), version);
    const lines = notes.split("\n");
    expect(lines.length).toBeLessThanOrEqual(20);
    expect(lines.filter((line) => !line.startsWith("- "))).toEqual([]);
  });

  test("are the changelog's part", () => {
    expect(notesOf(CHANGELOG, VERSION)).toBe("- It is here.");
    expect(notesOf(CHANGELOG, "0.1.0")).toBe("- It was not.");
  });
  test.each([
    ["no part", CHANGELOG, "2.0.0", "no part"],
    ["a version that begins alike", CHANGELOG, "1.0", "no part"],
    ["not yet released", CHANGELOG.replace("2026-12-01", "not yet released"), VERSION, "write the day"],
    ["nothing to say", "## 1.0.0\n\n## 0.1.0\n- a\n", VERSION, "says nothing"],
  ])("need more than %s", (_, text, version, reason) => {
    expect(() => notesOf(text, version)).toThrow(reason);
  });
});

describe("the workflow release", () => {
  const scripts = scriptsOf(workflowOf("release.yml"), "build");
  const publish = scriptsOf(workflowOf("release.yml"), "publish");

  test("makes files that its second job checks and publishes", () => {
    const folder = checkout("fine");
    pretend(folder, "npm", "");
    for (const script of scripts) {
      const { status, stderr } = shell(script, folder, {
        GITHUB_REF_NAME: `v${VERSION}`,
        GITHUB_REPOSITORY: "o/r",
      });
      expect([status, stderr]).toEqual([0, ""]);
    }
    expect(readdirSync(join(folder, ".output/release"))).toEqual([
      "SHA256SUMS",
      ...["chrome", "firefox", "sources"].map((part) => `hot-papers-1.0.0-${part}.zip`),
      "notes.md",
    ]);
    const notes = readFileSync(join(folder, ".output/release/notes.md"), "utf8");
    expect(notes).toMatch(/^- It is here\.\n/u);
    expect(notes).toContain("gh attestation verify FILE --repo o/r");
    expect(notes).toContain("https://github.com/o/r/blob/v1.0.0/docs/source-code-review.md");

    const calls = pretend(folder, "gh", 'if [ "$1" = run ]; then cp -r .output/release release; fi');
    const [download = "", check = "", release = ""] = publish;
    const env = { GITHUB_REF_NAME: `v${VERSION}`, GITHUB_RUN_ID: "7" };
    expect(shell(download, folder, env).status).toBe(0);
    expect(shell(check, join(folder, "release")).stdout).toMatch(
      /^(?:hot-papers-1\.0\.0-\w+\.zip: OK\n){3}$/u,
    );
    expect(shell(release, folder, env).status).toBe(0);
    expect(calls()).toEqual([
      "run download 7 --name release --dir release",
      expect.stringMatching(
        /^release create v1\.0\.0 --verify-tag .*--notes-file release\/notes\.md( release\/\S+zip){3} release\/SHA256SUMS$/u,
      ),
    ]);
  });

  test.each([
    ["another tag", "v1.0.1", {}, "the tag is v1.0.1, but package.json says 1.0.0"],
    [
      "a changelog that is not ready",
      "v1.0.0",
      { "CHANGELOG.md": CHANGELOG.replace("2026-12-01", "not yet released") },
      "write the day",
    ],
    [
      "a zip of another version",
      "v1.0.0",
      { ".output/hot-papers-1.0.0-chrome.zip": zipOf({ "manifest.json": manifest("0.9.0") }) },
      "1.0.0, 0.9.0, 1.0.0",
    ],
    [
      "a zip that was left there",
      "v1.0.0",
      { ".output/hot-papers-0.9.0-chrome.zip": "" },
      "want one -chrome.zip",
    ],
  ])("refuses %s", (name, tag, changed, reason) => {
    const folder = checkout(name, changed);
    const { status, stderr } = shell(scripts.at(-1) ?? "", folder, { GITHUB_REF_NAME: tag });
    expect([status, stderr]).toEqual([1, expect.stringContaining(reason)]);
    expect(existsSync(join(folder, ".output/release"))).toBe(false);
  });
});

describe("the workflow submit", () => {
  const [dryRun = "", submit = ""] = scriptsOf(workflowOf("submit.yml"), "store").slice(-2);
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const secretsOf = (store: Store) =>
    Object.fromEntries(
      SECRETS[store].map((name) => [name, name.endsWith("PRIVATE_KEY") ? privateKey : "made-up"]),
    );

  /** A folder in which the release has been downloaded. */
  function downloaded(name: string): string {
    const folder = checkout(name);
    const names = ["chrome", "firefox", "sources"].map((part) => `hot-papers-${VERSION}-${part}.zip`);
    symlinkSync(join(folder, ".output"), join(folder, "release"));
    writeFileSync(join(folder, "release/SHA256SUMS"), checksumsOf(join(folder, "release"), names));
    return folder;
  }
  const run = (script: string, folder: string, store: Store, secrets: Record<string, string>) => {
    const NODE_OPTIONS = `--require ${resolve("test/release/no-network.cjs")}`;
    const { status, stdout, stderr } = shell(script, folder, { ...secrets, NODE_OPTIONS, STORE: store });
    return { status, text: stdout + stderr };
  };

  test.each([
    ["chrome", "oauth2.googleapis.com"],
    ["firefox", "addons.mozilla.org"],
  ] as const)("its dry run for %s is complete up to the first request, to %s", (store, host) => {
    const { text } = run(dryRun, downloaded(`dry ${store}`), store, secretsOf(store));
    expect(text).toContain(`Dry run: Hot Papers ${VERSION}`);
    expect(text).toContain(`the network begins here: ${host}`);
  });

  test("its dry run for edge, which asks no server, ends well; what is sent later begins with Edge", () => {
    const folder = downloaded("edge");
    expect(run(dryRun, folder, "edge", secretsOf("edge"))).toMatchObject({
      status: 0,
      text: expect.stringContaining("Skipped upload") as string,
    });
    const { status, text } = run(submit, folder, "edge", secretsOf("edge"));
    expect(status).not.toBe(0);
    expect(text).toContain("the network begins here: api.addons.microsoftedge.microsoft.com");
  });

  test("names the secrets that an environment lacks", () => {
    const secrets = { ...secretsOf("firefox"), FIREFOX_JWT_SECRET: "" };
    const { status, text } = run(dryRun, downloaded("lacking"), "firefox", secrets);
    expect([status, text]).toEqual([1, expect.stringContaining("lacks FIREFOX_JWT_SECRET")]);
  });

  test("sends no zip that is not the one that was released", () => {
    const folder = downloaded("changed");
    writeFileSync(join(folder, `release/hot-papers-${VERSION}-chrome.zip`), zipOf({ a: "b" }));
    const { status, text } = run(submit, folder, "edge", secretsOf("edge"));
    expect([status, text]).toEqual([1, expect.stringContaining("not those that SHA256SUMS names")]);
  });
});
