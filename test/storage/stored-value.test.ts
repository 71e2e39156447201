import { afterEach, expect, type Mock, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { storedValue } from "../../lib/stored-value.ts";
import { settled } from "../setup/settled.ts";

test("values that are asked for at one moment are read in one go, each its own", async () => {
  await fakeBrowser.storage.local.set({ one: 1, two: { deep: true } });
  const get = vi.spyOn(fakeBrowser.storage.local, "get");
  const reads = ["one", "two", "absent"].map((key) => storedValue(key).read());
  expect(await Promise.all(reads)).toEqual([1, { deep: true }, undefined]);
  expect(get).toHaveBeenCalledTimes(1);
});

test("a later moment reads anew", async () => {
  const value = storedValue("one");
  expect(await value.read()).toBeUndefined();
  await value.write("now");
  expect(await value.read()).toBe("now");
});

test("storage that fails is told to all that asked, and asked again the next time", async () => {
  const get = vi.spyOn(fakeBrowser.storage.local, "get").mockRejectedValueOnce(new Error("disk"));
  const reads = await Promise.allSettled([storedValue("one").read(), storedValue("two").read()]);
  expect(reads.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await storedValue("one").read()).toBeUndefined();
  expect(get).toHaveBeenCalledTimes(2);
});

afterEach(() => vi.unstubAllGlobals());

test("a page back from the back/forward cache is told the present value, which it missed", async () => {
  const page = new EventTarget();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  const show = (persisted: boolean) =>
    page.dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));
  const ended = new AbortController();
  const told = vi.fn<(value: unknown) => void>();
  storedValue("one").watch(told, ended.signal);
  const get = vi.spyOn(fakeBrowser.storage.local, "get") as unknown as Mock<() => Promise<object>>;
  get.mockResolvedValue({ one: "changed meanwhile" });
  show(false);
  await settled();
  expect(told, "a page that was loaded reads by itself").not.toHaveBeenCalled();
  show(true);
  await vi.waitFor(() => expect(told.mock.calls).toEqual([["changed meanwhile"]]));
  ended.abort();
  show(true);
  await settled();
  expect(told).toHaveBeenCalledOnce();
});

test("a page whose extension was updated meanwhile comes back without a word in its console", async () => {
  const page = new EventTarget();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  const told = vi.fn<(value: unknown) => void>();
  const unhandled = vi.fn<() => void>();
  process.on("unhandledRejection", unhandled);
  storedValue("one").watch(told, new AbortController().signal);
  vi.spyOn(fakeBrowser.storage.local, "get").mockRejectedValueOnce(new Error("context invalidated"));
  page.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  await settled();
  process.off("unhandledRejection", unhandled);
  expect([told.mock.calls, unhandled.mock.calls]).toEqual([[], []]);
});

test("what the caller has read already is not read again", async () => {
  const get = vi.spyOn(fakeBrowser.storage.local, "get");
  const told = vi.fn<(value: unknown) => void>();
  await storedValue("one").follow(told, new AbortController().signal, Promise.resolve("read before"));
  expect(told.mock.calls).toEqual([["read before"]]);
  expect(get).not.toHaveBeenCalled();
});
