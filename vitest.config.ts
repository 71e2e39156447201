import { availableParallelism } from "node:os";
import { defineConfig, type UserWorkspaceConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";
import { countReporter } from "./test/setup/count-reporter.ts";
import { LongFirst } from "./test/setup/long-first.ts";

/** Beside the rules of a release: what looks at the built extension. */
const NEED_BUILD = ["test/release/{rebuild,store-manifest,used-permissions}.test.ts"];

/** Rules that take long: they start the command line again and again, publish for years, read or fetch the whole archive. */
const LONG = [
  "test/background/{feeds,full-texts}.test.ts",
  "test/cli/**/*.test.ts",
  "test/digest/{archive,bundled,markdown}.test.ts",
  "test/feeds/publish/**/*.test.ts",
  "test/feeds/time.test.ts",
  "test/live/{build,collect}.test.ts",
  "test/release/**/*.test.ts",
];

/** Ends what hangs, in ms. No test is a measurement: what comes late on a busy machine is a pass. */
const PATIENCE = 120_000;

const setupFiles = ["test/setup/fresh-modules.ts", "test/setup/extension.ts"];

export default defineConfig(async () => {
  const extension = await WxtVitest();
  /** A layer of tests without a browser. */
  const layer = (name: string, environment: string, more: UserWorkspaceConfig["test"]) => ({
    plugins: [extension],
    test: {
      name,
      environment,
      setupFiles,
      restoreMocks: true,
      testTimeout: PATIENCE,
      hookTimeout: PATIENCE,
      ...more,
    },
  });
  const components = { setupFiles: [...setupFiles, "test/setup/components.ts"] };
  return {
    root: ".",
    test: {
      // One more than there are cores: browsers wait as much as they work, and the rules fill the time.
      maxWorkers: availableParallelism() + 1,
      sequence: { sequencer: LongFirst },
      reporters: ["default", countReporter(".output/test-count.txt")],
      projects: [
        layer("rules", "node", {
          include: [
            "test/{paper,digest,net,feeds,live,index,background,hot-list,messages,settings,storage,marks,texts,follows,export,tex,architecture,linear,arxiv-host,setup,canary}/**/*.test.ts",
          ],
          exclude: LONG,
          isolate: false, // a worker for each file would take as long as the tests; see test/setup/fresh-modules.ts
        }),
        layer("long", "node", { include: LONG, exclude: NEED_BUILD }),
        layer("components", "happy-dom", {
          ...components,
          include: ["test/components/**/*.test.{ts,tsx}"],
          pool: "vmThreads", // the same, with a document for each file
        }),
        layer("pages", "jsdom", {
          include: ["test/arxiv/**/*.test.ts"],
          setupFiles: [...setupFiles, "test/setup/pages.ts"],
        }),
        {
          // What needs the built extension.
          test: {
            name: "e2e",
            include: ["test/{e2e,sizes,demo}/**/*.test.ts", ...NEED_BUILD],
            globalSetup: ["test/e2e/harness/warm-profile.ts"],
            environment: "node",
            testTimeout: 3 * PATIENCE,
            hookTimeout: 3 * PATIENCE,
            // Patience for a busy machine: a state that comes is a pass, however late.
            expect: { poll: { timeout: PATIENCE, interval: 100 } },
          },
        },
      ],
    },
  };
});
