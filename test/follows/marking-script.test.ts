import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { keepMarkingScript } from "../../lib/follows/marking-script.ts";

const LISTS = ["https://arxiv.org/list*", "https://arxiv.org/search*"];

describe.each([
  ["Chrome", "list-parts.js"],
  ["Firefox", "moz-extension://0f2c/list-parts.js"],
])("the manifest as %s gives it", (_, file) => {
  const registerContentScripts = vi.fn<(scripts: { matches: string[] }[]) => Promise<void>>(async () => {});

  beforeEach(() => {
    registerContentScripts.mockClear();
    Object.assign(fakeBrowser, {
      scripting: { getRegisteredContentScripts: async () => [], registerContentScripts },
    });
    Object.assign(fakeBrowser.runtime, {
      getManifest: () => ({
        content_scripts: [
          { js: [file.replace("list-parts", "arxiv")], matches: ["https://arxiv.org/*"] },
          { js: [file], matches: LISTS },
        ],
      }),
    });
    vi.spyOn(fakeBrowser.tabs, "query").mockResolvedValue([] as never);
  });

  test("has list pages marked, and no others", async () => {
    await keepMarkingScript(true);
    expect(registerContentScripts).toHaveBeenCalledOnce();
    expect(registerContentScripts.mock.calls[0]?.[0]).toMatchObject([{ id: "follows", matches: LISTS }]);
  });
});
