import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { archiveWhole, ask } from "./ask.ts";
import { accessibilityProblems } from "./axe.ts";
import { badgeIds, readBadges, settledBadgeIds } from "./badges.ts";
import { BUNDLED } from "./bundled.ts";
import { browserNames } from "./harness/browsers.ts";
import { hotListItems } from "./hot-list.ts";
import { layoutShifts } from "./layout-shift.ts";
import { pressControl } from "./list-control.ts";
import { pressButton, turnSwitch } from "./options-page.ts";
import { useStage } from "./stage.ts";

/** The extension API in a page of the extension. */
declare const browser: typeof import("webextension-polyfill");

const MADE_DAY = {
  version: 1,
  title: "Hot Papers 2022-01-20",
  generated: "2022-01-21T08:00:00",
  papers: ["2201.00001", "2201.00002"].map((id, at) => ({
    id,
    rank: at + 1,
    title: `A made paper ${id}`,
    authors: ["Ada Author"],
    categories: ["cs.CL"],
    counts: [{ network: "twitter", reposts: 10, likes: 5 }],
    posts: [],
  })),
};

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

  test("switches, keys and the view of lists have effect at once in lists that are open", async () => {
    const list = await stage.visit(LIST);
    const other = await stage.visit(LIST, "www.arxiv.org");
    const all = await settledBadgeIds(list, 5);
    const options = await stage.openOwn("options.html");
    await turnSwitch(options, "On lists");
    await expect.poll(() => badgeIds(list)).toEqual([]);
    expect(await list.$("hot-paper-list"), "no control above a list without badges").toBeNull();
    await turnSwitch(options, "On lists");
    await expect.poll(() => badgeIds(list)).toEqual(all);

    const [next] = await options.$$(".jump-keys input");
    await next?.focus();
    await options.keyboard.press("y");
    await list.bringToFront();
    const focused = () => list.evaluate(() => (document.activeElement as HTMLElement).dataset["hotPaper"]);
    const pressNew = async () => {
      await list.keyboard.press("y");
      return focused();
    };
    await expect.poll(pressNew).toBe(all[0]); // the page hears of it a moment later
    await list.keyboard.press("j");
    expect(await focused(), "the old key does nothing").toBe(all[0]);

    const shown = (page: Page) =>
      page.$$eval("dt", (entries) => entries.filter(({ hidden }) => !hidden).length);
    const entries = await shown(list);
    await pressControl(list, "Hot only");
    await expect.poll(() => Promise.all([shown(list), shown(other)])).toEqual([5, 5]);
    // What is hidden takes no room, and is found by its anchor, also if the page is opened by it.
    const room = await list.$$eval(":is(dt, dd)[hidden]", (parts) =>
      parts.map((part) => part.getBoundingClientRect().height),
    );
    expect(Math.max(...room)).toBe(0);
    const first = await list.$eval("dt[hidden] a[name]", (anchor) => anchor.getAttribute("name") ?? "");
    const isShown = (page: Page) =>
      page.$eval(`dt:has([name=${first}])`, (entry) => {
        const { top } = entry.getBoundingClientRect();
        return (
          [entry, entry.nextElementSibling as HTMLElement].every((part) => !part.hidden) && top < innerHeight
        );
      });
    await list.evaluate((anchor) => {
      location.hash = anchor;
    }, first);
    await expect.poll(() => isShown(list)).toBe(true);
    const third = await stage.visit(`${LIST}#${first}`, "export.arxiv.org");
    await expect.poll(() => shown(third)).toBe(6);
    expect(await isShown(third)).toBe(true);
    await list.bringToFront();
    await pressControl(list, "All");
    await expect.poll(() => Promise.all([shown(list), shown(other)])).toEqual([entries, entries]);
  });

  test("heat, figures and theme have effect at once in pages that are open", async () => {
    const list = await stage.visit(LIST);
    const all = await settledBadgeIds(list, 5);
    const options = await stage.openOwn("options.html");
    const popup = await stage.openOwn("popup.html");
    const choose = (label: string, value: string) =>
      options.waitForFunction(
        (wanted, chosen) => {
          const select = [...document.querySelectorAll("select:enabled")].find(
            (each) => (each as HTMLSelectElement).labels?.[0]?.innerText === wanted,
          ) as HTMLSelectElement | undefined;
          if (!select) return false;
          select.value = chosen;
          select.dispatchEvent(new Event("change", { bubbles: true }));
          return true;
        },
        {},
        label,
        value,
      );
    const names = async () => (await readBadges(list)).map((badge) => badge.name);
    const background = (page: Page) =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

    await choose("Which papers", "5");
    await expect.poll(async () => (await names()).length).toBeLessThan(all.length);
    await choose("Which papers", "1");
    await expect.poll(async () => (await names()).length).toBe(all.length);

    await turnSwitch(options, "Hide figures");
    await expect.poll(async () => (await names()).some((each) => each.includes("retweets"))).toBe(false);
    expect(await names()).toContain("1st of 11 on 12 August 2021");
    const figuresShown = () =>
      popup.$$eval(".figures, .network", (some) => some.filter((each) => each.checkVisibility()).length);
    await expect.poll(figuresShown).toBe(0);
    await turnSwitch(options, "Hide figures");
    await expect.poll(async () => (await names()).every((each) => each.includes("retweets"))).toBe(true);
    await expect.poll(figuresShown).toBeGreaterThan(0);

    const light = await background(popup);
    await choose("Theme", "dark");
    await expect.poll(() => background(popup)).not.toBe(light);
    expect(await background(options)).toBe(await background(popup));
    expect(await accessibilityProblems(options)).toEqual([]);
    await choose("Theme", "system");
    await expect.poll(() => background(popup)).toBe(light);
  });

  test("tells the key that opens the popup, and reports a problem in words to copy", async () => {
    const options = await stage.openOwn("options.html");
    await expect
      .poll(() => options.$$eval("kbd", (all) => all.map((each) => each.innerText)))
      .toEqual(["Alt+Shift+H"]);
    await pressButton(options, "Copy the report");
    await options.waitForSelector(".report textarea");
    const report = await options.$eval(".report textarea", (area) => area.value);
    for (const part of ["Hot Papers 1.0.0", "archive whole; 628 digests", "Access to arXiv: yes"])
      expect(report).toContain(part);
    expect(report).not.toContain("not known");
  });

  test("a switch stays as it was put", async () => {
    const options = await stage.openOwn("options.html");
    await turnSwitch(options, "On lists");
    // It is kept within some ms; a test is quicker than any reader.
    const kept = () =>
      options.evaluate(async () => (await browser.storage.local.get("settings"))["settings"]);
    await expect.poll(kept).toMatchObject({ listBadges: false });
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

  test("a choice made in one open page of options is on show in every other", async () => {
    const [here, there] = [await stage.openOwn("options.html"), await stage.openOwn("options.html")];
    const nextKey = (page: Page) => page.$eval(".jump-keys input", (input) => input.value);
    await there.waitForSelector(".jump-keys input");
    const before = await nextKey(there);
    await here.bringToFront();
    const field = await here.waitForSelector(".jump-keys input");
    for (const key of ["x", before]) {
      await field?.focus();
      await here.keyboard.press(key as "x");
      await expect.poll(() => nextKey(there)).toBe(key);
      expect(await nextKey(here)).toBe(key);
    }
    const hour = (page: Page) => page.$eval("section[aria-labelledby=day] select", (select) => select.value);
    await here.select("section[aria-labelledby=day] select", "8");
    await expect.poll(() => hour(there)).toBe("8");
    await here.select("section[aria-labelledby=day] select", "calendar");
    await expect.poll(() => hour(there)).toBe("calendar");
  });

  test("an hour at which the day changes has effect at once in lists that are open", async () => {
    const list = await stage.openOwn("popup.html#on-this-day");
    /** The day that was asked for: a day of which no year has a list is named first in the note beside the nearest one. */
    const day = () =>
      list.evaluate(() => {
        const note = document.querySelector(".notices > output")?.textContent;
        const said = note || (document.querySelector("#period")?.textContent ?? "");
        return /\d+ [A-Z][a-z]+/u.exec(said)?.[0] ?? "";
      });
    await expect.poll(day).not.toBe("");
    const options = await stage.openOwn("options.html");
    const { hour, yesterday, today } = await options.evaluate(() => {
      const now = new Date();
      const say = (days: number) =>
        new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toLocaleDateString("en-GB", {
          day: "numeric",
          month: "long",
        });
      return { hour: now.getHours(), today: say(0), yesterday: say(-1) };
    });
    // From this hour on it is today, and before one that is still to come it is yesterday; the last hour of a day has none.
    const choices = [[hour, today], ...(hour < 23 ? [[hour + 1, yesterday]] : [])] as const;
    for (const [chosen, expected] of choices) {
      await options.select("section[aria-labelledby=day] select", `${chosen}`);
      await expect.poll(day).toBe(expected);
    }
    await options.select("section[aria-labelledby=day] select", "calendar");
    await Promise.all([list.close(), options.close()]);
  });

  test("says what is in the index", async () => {
    const options = await stage.openOwn("options.html");
    await expect.poll(() => words(options)).toContain("628");
    for (const fact of ["9,782", "7 August 2026", "29 June 2020"])
      expect(await words(options)).toContain(fact);
  });

  test("everything can be deleted, stays deleted, and the archive can be brought back", async () => {
    const options = await stage.openOwn("options.html");
    await expect.poll(() => words(options)).toContain("628");
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
    await pressButton(options, "Restore the bundled digests");
    expect(await archiveWhole(options)).toMatchObject(BUNDLED);
    await expect.poll(() => badges(ABSTRACT, 1)).toBe(1);
    await popup.bringToFront();
    await expect.poll(async () => (await hotListItems(popup)).length).toBe(22);
  });

  test("the button's number counts what came since the hot list was opened, and goes when it is", async () => {
    const options = await stage.openOwn("options.html");
    const shown = () => options.evaluate(() => browser.action.getBadgeText({}));
    const lastSeen = () =>
      options.evaluate(async () => {
        const { visits } = await browser.storage.local.get("visits");
        return (visits as { now: { day: string } } | undefined)?.now.day;
      });
    const look = async (newest: string) => {
      const popup = await stage.openOwn("popup.html");
      await expect.poll(async () => (await hotListItems(popup)).length).toBeGreaterThan(0);
      await expect.poll(lastSeen).toBe(newest);
      await expect.poll(shown).toBe("");
      await popup.close(); // while it is open nothing is new
    };
    await look("2026-08-07");
    await options.bringToFront();
    await turnSwitch(options, "Number on the toolbar button");
    const made = { ...MADE_DAY, date: "2026-08-20" };
    await ask(options, { type: "importFile", name: "made.json", content: JSON.stringify(made) });
    await expect.poll(shown).toBe("2");
    await look("2026-08-20");
  });

  test.runIf(name === "chromium")("nothing on it moves while it learns what there is", async () => {
    const before = await stage.openOwn("options.html");
    await ask(before, { type: "addFeed", address: "https://127.0.0.1:9/v1/latest.json", title: "Nobody" });
    await before.close();
    await stage.driver.stopBackground();
    const options = await stage.openOwn("options.html");
    await options.waitForSelector(".feed");
    expect(await layoutShifts(options)).toEqual([]);
  });
});
