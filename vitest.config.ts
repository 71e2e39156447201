import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";
import { countReporter } from "./test/setup/count-reporter.ts";
import { LongFirst } from "./test/setup/long-first.ts";

/** Beside the rules of a release: what looks at the built extension. */
const NEED_BUILD = ["test/release/{rebuild,store-manifest,used-permissions}.test.ts"];

/** Ends what hangs, in ms. No test is a measurement: what comes late on a busy machine is a pass. */
const PATIENCE = 120_000;

const setupFiles = ["test/setup/extension.ts"];

export default defineConfig(async () => {
  const extension = await WxtVitest();
  return {
    root: ".",
    test: {
      // One more than the cores of a small machine: browsers wait as much as they work, and the rules fill the time.
      maxWorkers: 3,
      sequence: { sequencer: LongFirst },
      reporters: ["default", countReporter(".output/test-count.txt")],
      projects: [
        {
          plugins: [extension],
          test: {
            name: "rules",
            include: [
              "test/{paper,digest,net,feeds,live,index,background,hot-list,messages,settings,storage,marks,texts,follows,export,tex,cli,architecture,linear,arxiv-host,setup,canary,release}/**/*.test.ts",
            ],
            exclude: NEED_BUILD,
            environment: "node",
            setupFiles,
            restoreMocks: true,
            testTimeout: PATIENCE,
            hookTimeout: PATIENCE,
          },
        },
        {
          plugins: [extension],
          test: {
            name: "components",
            include: ["test/components/**/*.test.{ts,tsx}"],
            environment: "happy-dom",
            setupFiles: [...setupFiles, "test/setup/components.ts"],
            restoreMocks: true,
            testTimeout: PATIENCE,
            hookTimeout: PATIENCE,
          },
        },
        {
          plugins: [extension],
          test: {
            name: "pages",
            include: ["test/arxiv/**/*.test.ts"],
            environment: "jsdom",
            setupFiles: [...setupFiles, "test/setup/pages.ts"],
            restoreMocks: true,
            testTimeout: PATIENCE,
            hookTimeout: PATIENCE,
          },
        },
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
