import { afterEach, expect, test, vi } from "vitest";
import { followAppearance } from "../../lib/settings/page-appearance.ts";
import { changeSettings } from "../../lib/settings/settings.ts";

let ended = new AbortController();
afterEach(() => {
  ended.abort();
  ended = new AbortController();
});

function openPage(kept = new Map<string, string>()) {
  const dataset: Record<string, string> = {};
  const page = {
    document: { documentElement: { dataset } },
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    },
  };
  followAppearance(page as unknown as Window, ended.signal);
  return { dataset, kept };
}

test("a page follows the settings while it is open", async () => {
  const { dataset } = openPage();
  await vi.waitFor(() => expect(dataset).toEqual({ theme: "system", figures: "shown" }));
  await changeSettings({ theme: "dark", hideFigures: true });
  await vi.waitFor(() => expect(dataset).toEqual({ theme: "dark", figures: "hidden" }));
});

test("the next page looks so at once, before anything has been read", async () => {
  await changeSettings({ theme: "dark" });
  const { kept, dataset: first } = openPage();
  await vi.waitFor(() => expect(first["theme"]).toBe("dark"));
  expect(openPage(kept).dataset["theme"]).toBe("dark");
});

test.each(["{", "null", '"x"'])(
  "what was kept and is damaged (%s) keeps no page from opening",
  async (damaged) => {
    const { dataset } = openPage(new Map([["appearance", damaged]]));
    await vi.waitFor(() => expect(dataset).toEqual({ theme: "system", figures: "shown" }));
  },
);
