import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { changeSettings, DEFAULTS, readSettings, watchSettings } from "../../lib/settings/settings.ts";

const stored = async () => (await fakeBrowser.storage.local.get("settings"))["settings"];
const store = (settings: unknown) => fakeBrowser.storage.local.set({ settings });

test("badges are on everywhere before any choice, and nothing is stored", async () => {
  expect(await readSettings()).toEqual({
    abstractBadges: true,
    listBadges: true,
    listControl: true,
    leastHeat: 1,
    hideFigures: false,
    theme: "system",
    toolbarNumber: false,
    toolbarNumberMine: false,
    toolbarDot: true,
  });
  expect(await stored()).toBeUndefined();
});

test("keeps only what was chosen, so that other defaults may change", async () => {
  await changeSettings({ listBadges: false });
  expect(await stored()).toEqual({ listBadges: false });
  expect(await readSettings()).toEqual({ ...DEFAULTS, listBadges: false });
});

test("keeps a choice that is the default too: it was chosen", async () => {
  await changeSettings({ listBadges: true });
  expect(await stored()).toEqual({ listBadges: true });
});

test("two changes at the same time are both kept", async () => {
  await Promise.all([changeSettings({ listBadges: false }), changeSettings({ abstractBadges: false })]);
  expect(await readSettings()).toEqual({ ...DEFAULTS, listBadges: false, abstractBadges: false });
});

test("a change that could not be stored is an error, and does not stop the next one", async () => {
  vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValueOnce(new Error("no room"));
  await expect(changeSettings({ listBadges: false })).rejects.toThrow("no room");
  await changeSettings({ abstractBadges: false });
  expect(await stored()).toEqual({ abstractBadges: false });
});

describe("a damaged stored value", () => {
  test.each([
    ["text"],
    [5],
    [[true]],
    [{ listBadges: "yes", abstractBadges: 0 }],
    [{ leastHeat: 6, theme: "blue" }],
    [{ leastHeat: 1.5, hideFigures: 1 }],
  ])("%j is left as it is, and the defaults are used", async (damaged) => {
    await store(damaged);
    expect(await readSettings()).toEqual(DEFAULTS);
    expect(await stored()).toEqual(damaged);
  });

  test("costs only the setting that is damaged", async () => {
    await store({ listBadges: "yes", abstractBadges: false });
    expect(await readSettings()).toEqual({ ...DEFAULTS, abstractBadges: false });
  });

  test("keeps settings of a newer version when one of ours is changed", async () => {
    await store({ font: "large" });
    await changeSettings({ listBadges: false });
    expect(await stored()).toEqual({ font: "large", listBadges: false });
    expect(await readSettings()).toEqual({ ...DEFAULTS, listBadges: false });
  });
});

test("heat and theme are kept as they were chosen", async () => {
  await changeSettings({ leastHeat: 4, theme: "dark", hideFigures: true });
  expect(await readSettings()).toEqual({ ...DEFAULTS, leastHeat: 4, theme: "dark", hideFigures: true });
});

describe("watching", () => {
  let ending: AbortController;
  beforeEach(() => {
    ending = new AbortController();
  });

  test("tells the settings in force after each change, and is silent after the end", async () => {
    const seen = vi.fn();
    watchSettings(seen, ending.signal);
    await changeSettings({ listBadges: false });
    await fakeBrowser.storage.local.set({ other: 1 });
    await fakeBrowser.storage.local.remove("settings");
    ending.abort();
    await changeSettings({ abstractBadges: false });
    expect(seen.mock.calls).toEqual([[{ ...DEFAULTS, listBadges: false }], [DEFAULTS]]);
  });

  test("does not begin when the end has come already", async () => {
    const seen = vi.fn();
    ending.abort();
    watchSettings(seen, ending.signal);
    await changeSettings({ listBadges: false });
    expect(seen).not.toHaveBeenCalled();
  });
});
