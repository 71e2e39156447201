import { expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { setPageLanguage } from "../../lib/texts/page-language.ts";

test("a page says the language of its texts, also if the browser's own has none", () => {
  Object.assign(fakeBrowser.i18n, { getUILanguage: () => "ar" });
  const documentElement = { lang: "", dir: "" };
  setPageLanguage({ documentElement } as Document);
  expect(documentElement).toEqual({ lang: "en", dir: "ltr" });
});
