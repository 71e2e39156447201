import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "../../lib/browser.ts";
import { openFollowing } from "../../lib/hot-list/state/following.ts";
import { author, category, words } from "../follows/made.ts";
import { changeFollows } from "../../lib/follows/stored-follows.ts";
import { paper } from "../components/made.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";

const id = (text: string) => text as PaperId;
const papers = [
  paper({ id: id("2108.00001"), title: "Diffusion for all", categories: ["cs.CV"], date: "2021-08-13" }),
  paper({ id: id("2108.00002"), title: "Groups", abstract: "We study diffusion.", date: "2021-08-12" }),
  paper({ id: id("2108.00003"), title: "Rings", authors: ["E. Noether"], date: "2021-08-13" }),
];

beforeEach(async () => {
  await browser.storage.local.clear();
  vi.spyOn(browser.windows, "getCurrent").mockResolvedValue({ incognito: false } as never);
});

test("says which papers are followed, for what, and how many are new since the last visit", async () => {
  await changeFollows(
    [words("diffusion"), author("Emmy Noether"), category("cs.CV")].map((follow) => ({ follow, on: true })),
  );
  const changed = vi.fn();
  const model = openFollowing(changed, new AbortController().signal);
  expect(model.of(papers, undefined), "until it is known").toBeUndefined();
  await vi.waitFor(() => expect(changed).toHaveBeenCalled());

  const following = model.of(papers, { day: "2021-08-12", ids: [] });
  expect([...(following?.mine ?? [])]).toEqual([
    ["2108.00001", "diffusion · cs.CV"],
    ["2108.00002", "diffusion"],
    ["2108.00003", "Emmy Noether"],
  ]);
  expect(following?.fresh, "all of the 12th, whose papers nobody had seen, too").toBe(3);
  expect(model.of(papers, { day: "2021-08-12", ids: ["2108.00002"] })?.fresh).toBe(2);
  expect(model.of(papers, undefined)?.fresh, "at the first visit").toBe(0);
  expect(following?.isFollowed(author("emmy noether"))).toBe(true);
  expect(following?.isFollowed(words("emmy noether"))).toBe(false);
});

test("a press is kept, and the list is told", async () => {
  const changed = vi.fn();
  const model = openFollowing(changed, new AbortController().signal);
  await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
  expect(model.of(papers, undefined)).toMatchObject({ some: false, fresh: 0 });
  await model.set(category("cs.CV"), true).catch(() => undefined); // the browser of tests has no scripts to register
  await vi.waitFor(() => expect(model.of(papers, undefined)?.mine.get(id("2108.00001"))).toBe("cs.CV"));
});
