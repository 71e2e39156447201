import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";
import { countReporter } from "./setup/count-reporter.ts";

const setupFiles = ["test/setup/extension.ts"];

export default defineConfig(async () => {
  const extension = await WxtVitest();
  return {
    root: ".",
    test: {
      // One more than the cores of a small machine: browsers wait as much as they work, and the rules fill the time.
      maxWorkers: 3,
      reporters: ["default", countReporter(".output/test-count.txt")],
      projects: [
        {
          plugins: [extension],
          test: {
            name: "rules",
            include: [
              "test/{mirror,paper,digest,hot-list,reader,feed,day,sources,ranking,search,today,publish,texts,messages,settings,marks,export,charts,tex,store,worker,cli,architecture,arxiv,setup}/**/*.test.ts",
            ],
            environment: "node",
            setupFiles,
            restoreMocks: true,
            testTimeout: 30_000,
            hookTimeout: 30_000,
          },
        },
        {
          plugins: [extension],
          test: {
            name: "components",
            include: ["test/components/**/*.test.tsx"],
            environment: "happy-dom",
            setupFiles: [...setupFiles, "test/setup/components.ts"],
            restoreMocks: true,
          },
        },
        {
          plugins: [extension],
          test: {
            name: "pages",
            include: ["test/page/**/*.test.ts"],
            environment: "jsdom",
            setupFiles,
            restoreMocks: true,
            testTimeout: 30_000,
            hookTimeout: 30_000,
          },
        },
        {
          // What needs the built extension.
          test: {
            name: "e2e",
            include: ["test/{e2e,sizes,demo}/**/*.test.ts"],
            globalSetup: ["test/e2e/harness/warm-profile.ts"],
            environment: "node",
            testTimeout: 120_000,
            hookTimeout: 120_000,
            expect: { poll: { timeout: 10_000, interval: 100 } },
          },
        },
      ],
    },
  };
});
