import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { readErrors } from "../../lib/settings/last-errors.ts";
import { readNewsSince } from "../../lib/settings/news.ts";
import { installed } from "../../lib/background/installed.ts";

beforeEach(() => {
  Object.assign(fakeBrowser, { contextMenus: { removeAll: async () => undefined, create: vi.fn() } });
});

const opened = () => vi.spyOn(fakeBrowser.tabs, "create").mockResolvedValue({} as never);

test("an installation opens one page, once, also if the browser reports it again", async () => {
  const create = opened();
  await installed({ reason: "install" });
  await installed({ reason: "install" });
  expect(create).toHaveBeenCalledExactlyOnceWith({
    url: fakeBrowser.runtime.getURL("/welcome.html#installed"),
  });
});

test.each(["update", "browser_update", "chrome_update"])("nothing opens on %s", async (reason) => {
  const create = opened();
  await installed({ reason, previousVersion: "0.0.9" });
  expect(create).not.toHaveBeenCalled();
});

test("the popup has news of an update, and none of a new browser", async () => {
  await installed({ reason: "browser_update", previousVersion: "0.0.8" });
  expect(await readNewsSince()).toBeUndefined();
  await installed({ reason: "update", previousVersion: "0.0.9" });
  expect(await readNewsSince()).toBe("0.0.9");
});

test("a page that cannot be opened is an error to report, and stops nothing", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  vi.spyOn(fakeBrowser.tabs, "create").mockRejectedValue(new Error("no window"));
  await installed({ reason: "install" });
  await vi.waitFor(async () =>
    expect((await readErrors()).map(({ text }) => text)).toEqual(["Error: no window"]),
  );
});
