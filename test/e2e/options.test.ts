import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { archiveWhole, ask } from "./ask.ts";
import { settledBadgeIds } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { hotListItems } from "./hot-list.ts";
import { pressButton, turnSwitch } from "./options-page.ts";
import { useStage } from "./stage.ts";

const ABSTRACT = "/abs/2108.04840";
const LIST = "/list/cs.CL/2021-08";
const words = (page: Page) => page.$eval("body", (body) => body.innerText);

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);
  const badges = async (path: string, expected: number) =>
    (await settledBadgeIds(await stage.visit(path), expected)).length;

  test("each switch turns its own pages off and on", async () => {
    const options = await stage.openOwn("options.html");
    await turnSwitch(options, "On abstract pages");
    await expect.poll(() => badges(ABSTRACT, 0)).toBe(0);
    expect(await badges(LIST, 5)).toBe(5);

    await options.bringToFront();
    await turnSwitch(options, "On abstract pages");
    await turnSwitch(options, "On lists");
    await expect.poll(() => badges(LIST, 0)).toBe(0);
    expect(await badges(ABSTRACT, 1)).toBe(1);

    await options.bringToFront();
    await turnSwitch(options, "On lists");
    await expect.poll(() => badges(LIST, 5)).toBe(5);
  });

  test("a switch stays as it was put", async () => {
    const options = await stage.openOwn("options.html");
    await turnSwitch(options, "On lists");
    await options.close();
    await stage.driver.stopBackground();
    const again = await stage.openOwn("options.html");
    const lists = () =>
      again.$$eval(
        "input[type=checkbox]",
        (all) => all.find(({ labels }) => labels?.[0]?.innerText === "On lists")?.checked,
      );
    await again.waitForSelector("input[type=checkbox]:enabled");
    expect(await lists()).toBe(false);
    await turnSwitch(again, "On lists");
  });

  test("says what is in the index", async () => {
    const options = await stage.openOwn("options.html");
    await expect.poll(() => words(options)).toContain("294");
    for (const fact of ["3,343", "13 January 2022", "29 June 2020"])
      expect(await words(options)).toContain(fact);
  });

  test("everything can be deleted, stays deleted, and the archive can be brought back", async () => {
    const options = await stage.openOwn("options.html");
    await expect.poll(() => words(options)).toContain("294");
    await pressButton(options, "Delete everything…");
    await pressButton(options, "Delete everything");
    await expect.poll(async () => (await ask<"status">(options, { type: "status" })).archive).toBe("deleted");
    expect(await badges(ABSTRACT, 0)).toBe(0);

    await stage.driver.stopBackground();
    const popup = await stage.openOwn("popup.html");
    await expect.poll(() => words(popup)).toContain("You deleted everything");
    expect(await hotListItems(popup)).toEqual([]);
    expect(await badges(ABSTRACT, 0)).toBe(0);

    await options.bringToFront();
    await pressButton(options, "Restore the embedded archive");
    expect(await archiveWhole(options)).toMatchObject({ digests: 294, papers: 3343 });
    await expect.poll(() => badges(ABSTRACT, 1)).toBe(1);
    await popup.bringToFront();
    await expect.poll(async () => (await hotListItems(popup)).length).toBe(8);
  });
});
