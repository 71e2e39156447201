import { describe, expect, test } from "vitest";
import { browserNames } from "./harness/browsers.ts";
import { hotListItems } from "./hot-list.ts";
import { useStage } from "./stage.ts";

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  test("if access to arXiv was taken away, the popup says so and still shows the hot list", async () => {
    await stage.driver.withdrawArxiv();
    const popup = await stage.openOwn("popup.html");
    await expect
      .poll(() => popup.$eval("body", (body) => body.innerText))
      .toContain("No badges on arXiv for now");
    expect(await popup.$$eval("button", (all) => all.map(({ innerText }) => innerText))).toContain(
      "Allow on arXiv",
    );
    await expect.poll(async () => (await hotListItems(popup)).length).toBe(22);
  });
});
