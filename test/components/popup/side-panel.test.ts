import { afterEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { panelOpener } from "../../../components/popup/side-panel.ts";

const apis = fakeBrowser as unknown as Record<string, unknown>;
afterEach(() => {
  for (const name of ["sidePanel", "sidebarAction"]) Reflect.deleteProperty(apis, name);
});

test("Chrome's panel is opened for the window that was asked for before the click", async () => {
  const open = vi.fn(() => Promise.resolve());
  apis["sidePanel"] = { open };
  Object.assign(fakeBrowser.windows, { getCurrent: () => Promise.resolve({ id: 7 }) });
  const opener = await panelOpener();
  expect(open).not.toHaveBeenCalled();
  const done = opener?.();
  expect(open, "in the click itself").toHaveBeenCalledExactlyOnceWith({ windowId: 7 });
  await done;
});

test("Firefox's sidebar is opened in the click", async () => {
  const open = vi.fn(() => Promise.resolve());
  apis["sidebarAction"] = { open };
  await (
    await panelOpener()
  )?.();
  expect(open).toHaveBeenCalledOnce();
});

test("a browser without either has nothing to open", async () => {
  expect(await panelOpener()).toBeUndefined();
});
