import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { storedBundledState, watchBundledState } from "../../lib/settings/bundled-state.ts";
import { hasArxivAccess, requestArxivAccess, watchArxivAccess } from "../../lib/settings/arxiv-access.ts";

const ORIGINS = ["https://arxiv.org/*", "https://export.arxiv.org/*"];

function givePermissions(granted: boolean) {
  const listeners = new Set<() => void>();
  const event = {
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
  };
  const permissions = {
    contains: vi.fn(async () => granted),
    request: vi.fn(async () => true),
    onAdded: event,
    onRemoved: event,
  };
  Object.assign(fakeBrowser, { permissions });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ host_permissions: ORIGINS }) });
  return { permissions, listeners };
}

test("follows the archive's progress until the page goes", async () => {
  expect(await storedBundledState()).toEqual({ state: "importing", progress: 0 });
  const ended = new AbortController();
  const onChange = vi.fn();
  watchBundledState(onChange, ended.signal);

  await fakeBrowser.storage.local.set({ archive: { state: "importing", progress: 0.5 } });
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
  expect(await storedBundledState()).toEqual({ state: "importing", progress: 0.5 });

  await fakeBrowser.storage.local.set({ settings: {} });
  ended.abort();
  await fakeBrowser.storage.local.set({ archive: { state: "whole" } });
  expect(onChange).toHaveBeenCalledTimes(1);
});

test("access means all of the manifest's hosts", async () => {
  const { permissions } = givePermissions(false);
  expect(await hasArxivAccess()).toBe(false);
  expect(permissions.contains).toHaveBeenCalledWith({ origins: ORIGINS });
});

test("asks for access within the click: before anything is awaited", () => {
  const { permissions } = givePermissions(false);
  void requestArxivAccess();
  expect(permissions.request).toHaveBeenCalledWith({ origins: ORIGINS });
});

test("hears of permissions given and taken until the page goes", () => {
  const { listeners } = givePermissions(true);
  const ended = new AbortController();
  const onChange = vi.fn();
  watchArxivAccess(onChange, ended.signal);
  for (const listener of listeners) listener();
  expect(onChange).toHaveBeenCalled();
  ended.abort();
  expect(listeners.size).toBe(0);
});
