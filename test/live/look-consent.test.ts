import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { lookHere } from "../../lib/hot-list/state/look-here.ts";
import { mayLook } from "../../lib/live/look-consent.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";

const ID = "2108.04840" as PaperId;
const look = () => lookHere(`#paper/${ID}?look`)?.(ID);
const TOLD = { data_collection: ["browsingActivity"] };
const reply = { at: 5, networks: [] };
const permissions = { request: vi.fn(), contains: vi.fn() };
const sent = vi.fn();

beforeEach(() => {
  Object.assign(fakeBrowser, { permissions });
  permissions.request.mockReset().mockResolvedValue(true);
  permissions.contains.mockReset().mockResolvedValue(false);
  sent.mockReset().mockResolvedValue({ ok: true, value: reply });
  vi.spyOn(fakeBrowser.runtime, "sendMessage").mockImplementation(sent as never);
});
afterEach(() => vi.unstubAllEnvs());

describe("in Firefox", () => {
  beforeEach(() => vi.stubEnv("FIREFOX", "true"));

  test("networks may be asked about a paper only with the permission that the manifest names", async () => {
    expect(await mayLook()).toBe(false);
    permissions.contains.mockResolvedValue(true);
    expect(await mayLook()).toBe(true);
    expect(permissions.contains).toHaveBeenLastCalledWith(TOLD);
  });

  test("the question comes in the press itself, and no network is asked before its answer", () => {
    void look();
    expect(permissions.request).toHaveBeenCalledExactlyOnceWith(TOLD);
    expect(sent).not.toHaveBeenCalled();
  });

  test("the button is only on a page that was opened for it", () => {
    expect(lookHere(`#paper/${ID}`)).toBeUndefined();
    expect(lookHere("")).toBeUndefined();
  });

  test("allowed, the networks are asked in the same press", async () => {
    expect(await look()).toEqual(reply);
    expect(sent).toHaveBeenCalledExactlyOnceWith({ type: "lookNow", id: ID });
  });

  test.each([
    ["refused", () => permissions.request.mockResolvedValue(false)],
    ["not to be asked", () => permissions.request.mockRejectedValue(new Error("not in a click"))],
  ])("%s, no network is asked", async (_, prepare) => {
    prepare();
    expect(await look()).toBeUndefined();
    expect(sent).not.toHaveBeenCalled();
  });

  test("taken back between press and question, no network was asked", async () => {
    sent.mockResolvedValue({ ok: true, value: null });
    expect(await look()).toBeUndefined();
  });
});

test("in Chromium there is no question and no permission: the press asks the networks", async () => {
  expect(await mayLook()).toBe(true);
  expect(await look()).toEqual(reply);
  expect([permissions.request.mock.calls, permissions.contains.mock.calls]).toEqual([[], []]);
});
