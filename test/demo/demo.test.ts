import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { browserNames, findBrowser } from "../e2e/harness/browsers.ts";
import { needBrowser } from "../e2e/harness/need-browser.ts";
import { hasDisplay } from "./surroundings.ts";

/** Runs the demo as `npm start -- --offline` does after its build, with this environment added. */
const demo = (env: Record<string, string>) =>
  spawnSync(process.execPath, ["test/demo/start.ts", "--offline", "--headless"], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });

describe.each(browserNames)("%s", (name) => {
  needBrowser(name);

  test("without internet and display the demo prints badges and hot list and takes pictures", () => {
    rmSync(".output/demo", { recursive: true, force: true });
    const { stdout, stderr, status } = demo({ HOT_PAPERS_BROWSER: findBrowser(name) ?? "" });
    expect(stderr).toBe("");
    expect(stdout).toContain(
      "arXiv:2108.04840  1st of 11 on 12 August 2021: 3,135 retweets, 247 favorites, 1 tweet",
    );
    expect(stdout).toContain("7 August 2026");
    expect(stdout).toContain("AgentOPSD: Recursive Self-Distillation for Agentic Reinforcement Learning");
    for (const picture of ["abstract", "list", "popup"])
      expect(existsSync(`.output/demo/${picture}.png`)).toBe(true);
    expect(status).toBe(0);
  });
});

test("a chosen browser that is not there is said in a sentence, without a stack", () => {
  const { stderr, status } = demo({ HOT_PAPERS_BROWSER: "/nowhere/browser" });
  expect(stderr).toContain("There is no program at /nowhere/browser");
  expect(stderr).not.toContain("    at ");
  expect(status).toBe(1);
});

test("Linux has a display if the environment names one", () => {
  expect(hasDisplay({}, "linux")).toBe(false);
  expect(hasDisplay({ DISPLAY: "" }, "linux")).toBe(false);
  expect(hasDisplay({ WAYLAND_DISPLAY: "wayland-0" }, "linux")).toBe(true);
  expect(hasDisplay({}, "darwin")).toBe(true);
});
