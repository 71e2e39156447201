/** The workflow file that publishers copy: its shell runs here as it would on GitHub, against the local services. */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { startApiHost } from "../../api-host/host.ts";
import { NOW, usualWorld } from "../../api-host/world.ts";
import { wrongForHotPapers } from "../../architecture/commands.ts";
import { localAddresses, run } from "./run-cli.ts";

const FILE = "assets/publish/hot-papers.yml";
const GUIDE = "docs/publishing.md";

interface Step {
  name?: string;
  run?: string;
}
const workflow = load(readFileSync(FILE, "utf8")) as { jobs: { publish: { steps: Step[] } } };
const scripts = workflow.jobs.publish.steps.flatMap(({ run: script }) =>
  script === undefined ? [] : [script],
);

test("the guide shows the same file", () => {
  expect(readFileSync(GUIDE, "utf8")).toContain(`\`\`\`yaml\n${readFileSync(FILE, "utf8")}\`\`\``);
});

test("the guide to collecting shows the unit file to copy, whose command takes its options", () => {
  const unit = readFileSync("assets/publish/hot-papers-collect.service", "utf8");
  expect(readFileSync("docs/collecting.md", "utf8")).toContain(`\`\`\`ini\n${unit}\`\`\``);
  const [, words = ""] = /main\.ts (.*)/u.exec(unit) ?? [];
  expect(wrongForHotPapers(words.split(" "))).toBeUndefined();
});

test("every option that the file and the guide name is one that its command explains", async () => {
  const text = `${readFileSync(FILE, "utf8")}\n${readFileSync(GUIDE, "utf8")}`;
  const calls = [...text.matchAll(/main\.ts (build|publish|backfill|doctor)([^&|\n]*)/g)];
  expect(calls.length).toBeGreaterThan(3);
  const help = new Map<string, string>();
  for (const [, name = "", rest = ""] of calls) {
    const out = help.get(name) ?? (await run([name, "--help"])).out;
    help.set(name, out);
    for (const [option] of rest.matchAll(/--[a-z-]+/g)) expect(out).toContain(option);
  }
});

const git = (folder: string, ...args: string[]) => spawnSync("git", args, { cwd: folder, encoding: "utf8" });

/** Runs a step's shell without blocking, because the services live in this very process. */
const shell = (script: string, cwd: string, env: Record<string, string>) =>
  new Promise<{ status: number | null; text: string }>((done) => {
    const child = spawn("bash", ["-e", "-o", "pipefail", "-c", script], { cwd, env });
    let text = "";
    child.stdout.on("data", (part: Buffer) => (text += part.toString()));
    child.stderr.on("data", (part: Buffer) => (text += part.toString()));
    child.on("close", (status) => done({ status, text }));
  });

test(
  "its steps make a site on the first day, and a second one keeps the first",
  { timeout: 240_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "hot-papers-"));
    const world = usualWorld();
    const host = await startApiHost(world, () => NOW);
    try {
      // A fork on a server, and what GitHub's checkout makes of it.
      git(folder, "init", "--quiet", "--bare", "origin.git");
      const seed = join(folder, "seed");
      git(folder, "clone", "--quiet", "origin.git", "seed");
      writeFileSync(join(seed, "file"), "code");
      git(seed, "add", ".");
      git(seed, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "Code");
      git(seed, "push", "--quiet", "origin", "HEAD:main");
      // npm has installed already, and node is told where the services are and what time it is.
      const bin = join(folder, "bin");
      mkdirSync(bin);
      writeFileSync(join(bin, "npm"), "#!/bin/sh\n");
      const extra = `--now "$NOW" ${localAddresses(host).join(" ")}`;
      writeFileSync(
        join(bin, "node"),
        `#!/bin/sh\nif [ "$2" = build ]; then exec "${process.execPath}" "$@" ${extra}; fi\nexec "${process.execPath}" "$@"\n`,
      );
      for (const name of ["npm", "node"]) chmodSync(join(bin, name), 0o755);

      let leftBehind = false;
      const runDay = async (name: string, now: string): Promise<string> => {
        git(folder, "clone", "--quiet", "--branch", "main", "origin.git", name);
        const checkout = join(folder, name);
        for (const part of ["lib", "node_modules", "package.json"])
          symlinkSync(resolve(part), join(checkout, part));
        const env = {
          PATH: `${bin}:${process.env["PATH"]}`,
          HOME: folder,
          URL: "https://owner.github.io/repository/",
          TITLE: "Hot Papers",
          NOW: now,
          BLUESKY_IDENTIFIER: "",
          BLUESKY_APP_PASSWORD: "",
        };
        for (const script of scripts) {
          expect(await shell(script, checkout, env)).toMatchObject({ status: 0 });
          // As if another run had been killed while it wrote.
          if (leftBehind && existsSync(join(checkout, "digests")))
            writeFileSync(join(checkout, "digests", "2026-11-20.json.4711.tmp"), "{");
        }
        return checkout;
      };

      world.listDate = "2026-11-19";
      const first = await runDay("first", "2026-11-19T22:00:00");
      expect(existsSync(join(first, "site/days/2026-11-19.html"))).toBe(true);
      world.listDate = "2026-11-20";
      leftBehind = true;
      const second = await runDay("second", "2026-11-20T22:00:00");
      for (const date of ["2026-11-19", "2026-11-20"]) {
        expect(existsSync(join(second, `site/v1/days/${date}.json`))).toBe(true);
      }
      expect(git(join(folder, "origin.git"), "ls-tree", "--name-only", "digests").stdout).toBe(
        "2026-11-19.json\n2026-11-20.json\n",
      );
      expect(git(join(folder, "origin.git"), "rev-list", "--count", "digests").stdout).toBe("2\n");
      // Nothing of it went to the branch with the code.
      expect(git(join(folder, "origin.git"), "rev-list", "--count", "main").stdout).toBe("1\n");
    } finally {
      await host.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
);
