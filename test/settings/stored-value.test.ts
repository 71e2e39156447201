import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { storedValue } from "../../lib/settings/stored-value.ts";

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

test("storage that fails is told to everybody who asked, and asked again the next time", async () => {
  const get = vi.spyOn(fakeBrowser.storage.local, "get").mockRejectedValueOnce(new Error("disk"));
  const reads = await Promise.allSettled([storedValue("one").read(), storedValue("two").read()]);
  expect(reads.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await storedValue("one").read()).toBeUndefined();
  expect(get).toHaveBeenCalledTimes(2);
});
