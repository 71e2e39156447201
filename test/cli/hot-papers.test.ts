import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CommandOutside } from "../../lib/cli/command.ts";
import { COMMANDS, hotPapers } from "../../lib/cli/hot-papers.ts";
import { parseMarkdown } from "../../lib/digest/parse-markdown.ts";
import { optionsOf } from "../architecture/commands.ts";
import { head, MARKDOWN, paper } from "../digest/made.ts";

/** A world of files in memory that remembers what was printed. */
function world(files: Record<string, string>, input = "") {
  const printed = { out: "", err: [] as string[] };
  const written: Record<string, string> = {};
  const surroundings: CommandOutside = {
    out: (text) => void (printed.out += text),
    err: (line) => void printed.err.push(line),
    async readText(path) {
      const text = files[path];
      if (text === undefined) throw Object.assign(new Error("ENOENT: no such file"), { code: "ENOENT" });
      return text;
    },
    async writeText(path, text) {
      written[path] = text;
    },
    listFiles: async (folder) =>
      Object.keys(files)
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1)),
    readInput: async () => input,
  };
  return { surroundings, printed, written };
}

const run = async (args: string[], files: Record<string, string> = {}, input = "") => {
  const { surroundings, printed, written } = world(files, input);
  return { status: await hotPapers(args, surroundings), ...printed, written };
};

describe("parse", () => {
  test("prints one digest per line", async () => {
    const { status, out, err } = await run(["parse", "a.md", "b.md"], {
      "a.md": MARKDOWN,
      "b.md": head("2020-12-07"),
    });
    expect([status, err]).toEqual([0, []]);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).date),
    ).toEqual(["2021-08-12", "2020-12-07"]);
  });
  test("says where it could not read and goes on", async () => {
    const bad = MARKDOWN.replace("favorites: 49", "favorites: none");
    const { status, out, err } = await run(["parse", "bad.md"], { "bad.md": bad });
    const line = bad.split("\n").findIndex((text) => text.includes("none")) + 1;
    expect([status, JSON.parse(out).papers.length]).toEqual([0, 1]);
    expect(err).toEqual([
      expect.stringMatching(`^bad\\.md:${line}: the counts are missing or are not numbers`),
    ]);
  });
  test("ends with 1 if any file has nothing readable, and still prints the others", async () => {
    const { status, out, err } = await run(["parse", "no.md", "a.md", "gone.md"], {
      "no.md": "<html>",
      "a.md": MARKDOWN,
    });
    expect([status, out.split("\n").length]).toEqual([1, 2]);
    expect(err).toEqual([
      expect.stringContaining("no.md:1: this is a web page"),
      "gone.md: there is no such file",
    ]);
  });
});

test("a list without digests is nothing readable, and that is said", async () => {
  expect(await run(["parse", "a.json"], { "a.json": "[]" })).toMatchObject({
    status: 1,
    err: [expect.stringContaining("a.json:1: this is JSON, but not a digest")],
  });
});

test("- is standard input", async () => {
  const { status, out } = await run(["parse", "-"], {}, MARKDOWN);
  expect([status, JSON.parse(out).date]).toEqual([0, "2021-08-12"]);
});

describe("write", () => {
  test("turns what parse printed into Markdown that reads the same", async () => {
    const { out } = await run(["parse", "a.md"], { "a.md": MARKDOWN });
    const back = await run(["write"], {}, out);
    expect(back.status).toBe(0);
    expect(parseMarkdown(back.out)).toEqual(parseMarkdown(MARKDOWN));
  });
  test("writes several digests into a folder, named as the archive's files", async () => {
    const two = (await run(["parse", "a", "b"], { a: MARKDOWN, b: head("2020-12-07") })).out;
    expect((await run(["write", "--out", "posts", "-"], {}, two)).status).toBe(0);
    expect(Object.keys((await run(["write", "--out", "posts"], {}, two)).written)).toEqual([
      join("posts", "2021-08-12---Hot-Papers.md"),
      join("posts", "2020-12-07---Hot-Papers.md"),
    ]);
    expect(await run(["write"], {}, two)).toMatchObject({ status: 2, out: "" });
  });
});

describe("pack", () => {
  const files = { "d/a.md": MARKDOWN, "d/b.md": head("2021-08-13") + paper(1, "2108.05000") };
  test("packs a folder", async () => {
    const { status, out } = await run(["pack", "d"], files);
    expect([status, JSON.parse(out).sets.archive.digests.length]).toEqual([0, 2]);
  });
  test("of two files of a day takes the one that was written last", async () => {
    const newer = head("2021-08-12", "2021-08-20T10:00:00.Z");
    const { out } = await run(["pack", "d"], { ...files, "d/0.md": newer });
    expect(JSON.parse(out).sets.archive.digests[0][2]).toBe("2021-08-20T10:00:00");
  });
  test("packs nothing if one digest cannot be read whole, because a gap would go unnoticed", async () => {
    expect(await run(["pack", "d"], { ...files, "d/c.md": "nothing" })).toMatchObject({
      status: 1,
      out: "",
      err: [expect.stringContaining("d/c.md:1: there is no digest in this file")],
    });
    expect(await run(["pack", "empty"], files)).toMatchObject({ status: 1, out: "" });
  });
});

test("a folder that is missing, or is a file, is said to be so", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hot-papers-cli-"));
  try {
    writeFileSync(join(folder, "a.md"), MARKDOWN);
    const call = (...args: string[]) =>
      spawnSync(process.execPath, ["lib/cli/main.ts", ...args], { encoding: "utf8" });
    expect(call("pack", join(folder, "gone"))).toMatchObject({
      status: 1,
      stdout: "",
      stderr: `${join(folder, "gone")}: there is no such folder\n`,
    });
    expect(call("pack", join(folder, "a.md")).stderr).toContain("this is a file, not a folder");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
  "%s is an unknown command, though every object has it",
  async (name) => {
    const { status, err } = await run([name]);
    expect([status, err[0]]).toEqual([2, `hot-papers: there is no command “${name}”`]);
  },
);

test("control characters from files and arguments are shown and never reach the terminal", async () => {
  const escape = "\u001B]0;owned\u0007\u009B31m\u202Ek";
  const bad = `${head()}# 1. Title\n\nA\n\n- retweets: ${escape}\n`;
  const { err } = await run(["parse", `x${escape}.md`, "bad.md"], { "bad.md": bad });
  const { err: wrong } = await run([`no${escape}`]);
  const printed = [...err, ...wrong].join("\n");
  expect(printed).toContain("x\\u001b]0;owned\\u0007\\u009b31m\\u202ek.md");
  expect(printed).toContain("there is no command “no\\u001b]0;");
  expect(printed).not.toMatch(/[^\P{Cc}\n]|\u202E/u);
});

test("a digest that is not there ends with 1, whatever the command", async () => {
  for (const args of [
    ["parse", "a.md"],
    ["write", "a.md"],
    ["pack", "d"],
  ])
    expect(await run(args, { "a.md": "Nothing.", "d/a.md": "Nothing." })).toMatchObject({
      status: 1,
      out: "",
    });
});

test.skipIf(!existsSync("/dev/full"))("a full disk on standard output is one line, and status 1", () => {
  const folder = mkdtempSync(join(tmpdir(), "hot-papers-cli-"));
  try {
    writeFileSync(join(folder, "a.md"), MARKDOWN);
    const full = spawnSync(
      "sh",
      ["-c", '"$0" lib/cli/main.ts parse "$1" > /dev/full', process.execPath, join(folder, "a.md")],
      {
        encoding: "utf8",
      },
    );
    expect([full.status, full.stderr]).toEqual([
      1,
      "hot-papers: standard output cannot be written: the disk is full\n",
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("Ctrl-C ends a command without requests at once, with 130", async () => {
  const child = spawn(process.execPath, ["lib/cli/main.ts", "parse", "-"], {
    stdio: ["pipe", "ignore", "pipe"],
  });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  // It reads its input by now: the second part of what is more than a pipe holds was taken.
  await new Promise<void>((done) => child.stdin.write("x".repeat(1_000_000), () => done()));
  child.kill("SIGINT");
  expect(await ended).toBe(130);
});

test("called wrongly it says how to call it and ends with 2", async () => {
  const wrong = [
    [],
    ["nope"],
    ["parse"],
    ["parse", "--nope"],
    ["pack"],
    ["pack", "a", "--least-upvotes", "few"],
    ["write", "--nope"],
  ];
  for (const args of wrong) {
    const { status, err } = await run(args);
    expect([status, err.join("\n")]).toEqual([2, expect.stringContaining("Usage:")]);
  }
  expect(await run(["--help"])).toMatchObject({
    status: 0,
    out: expect.stringContaining("parse FILE…"),
    err: [],
  });
  expect(await run(["parse", "--help"])).toMatchObject({ status: 0, err: [] });
});

test("the real command line runs in Node as it is", () => {
  const folder = mkdtempSync(join(tmpdir(), "hot-papers-cli-"));
  try {
    writeFileSync(join(folder, "a.md"), MARKDOWN);
    const call = (...args: string[]) =>
      spawnSync(process.execPath, ["lib/cli/main.ts", ...args], { encoding: "utf8" });
    const parsed = call("parse", join(folder, "a.md"), join(folder, "gone.md"));
    expect(parsed.stdout.trim().split("\n")).toHaveLength(1);
    expect(parsed.stderr).toContain("there is no such file");
    expect(parsed.status).toBe(1);
    // More than a pipe holds, so that we still write when head has read enough.
    const long = Array.from({ length: 20 }, (_, n) =>
      paper(n + 1, `2108.${10_000 + n}`, { abstract: "x. ".repeat(6000) }),
    );
    writeFileSync(join(folder, "long.md"), head() + long.join(""));
    const script = '"$0" lib/cli/main.ts parse "$1" "$1" | head -c 1';
    const cut = spawnSync("sh", ["-c", script, process.execPath, join(folder, "long.md")], {
      encoding: "utf8",
    });
    expect([cut.stdout, cut.stderr]).toEqual(["{", ""]);
    rmSync(join(folder, "long.md"));
    const packed = call("pack", folder, "--out", join(folder, "deep", "pack.json"));
    expect([packed.status, packed.stderr]).toEqual([0, ""]);
    expect(existsSync(join(folder, "deep", "pack.json"))).toBe(true);
    expect(JSON.parse(readFileSync(join(folder, "deep", "pack.json"), "utf8")).pack).toBe(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe.each(Object.keys(COMMANDS))("%s", (name) => {
  test("takes every option that it explains", async () => {
    const { surroundings, printed } = world({});
    const living = {
      ...surroundings,
      live: { env: {}, outside: {}, remove: async () => undefined } as never,
    };
    for (const option of optionsOf(name)) {
      if (option === "--help") continue;
      // The second option ends it before anything is done.
      expect(await hotPapers([name, option, "--no-such-option"], living)).toBe(2);
    }
    const unknown = printed.err.flatMap((line) => /Unknown option '([^']+)'/u.exec(line)?.[1] ?? []);
    expect(unknown.filter((option) => option !== "--no-such-option")).toEqual([]);
  });
});
