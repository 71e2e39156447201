import { afterEach, describe, expect, test, vi } from "vitest";
import { PlainError } from "../../lib/texts/plain-error.ts";
import type { Digest } from "../../lib/digest/digest.ts";
import { NO_FILTERS } from "../../lib/hot-list/filters.ts";
import type { Period } from "../../lib/hot-list/period.ts";
import { targetOf, periodHash } from "../../lib/hot-list/target.ts";
import type { Visit } from "../../lib/hot-list/visit.ts";
import type { Mark } from "../../lib/marks/marks.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { createHotListModel } from "../../lib/hot-list/state/hot-list-model.ts";
import type { Following, FollowingModel } from "../../lib/hot-list/state/following.ts";
import type { MarkingModel } from "../../lib/marks/marking.ts";
import type { HotListChoices } from "../../lib/settings/hot-list-choices.ts";
import { digest, entry, papers, post } from "./made.ts";
import { facts } from "../marks/made.ts";

const id = (text: string) => text as PaperId;
const TODAY = "2026-11-28";

/** Two days of August and one of a year before, with words. */
const index = (): Digest[] => [
  digest("2020-11-28", [entry({ id: id("2011.00001"), abstract: "Old." })]),
  digest(
    "2021-08-12",
    papers(8).map((each) => ({ ...each, abstract: `Of ${each.title}.`, posts: [post({ text: "Look!" })] })),
  ),
  digest("2021-08-13", [
    entry({ id: id("2108.00020"), title: "Strings", categories: ["hep-th"], abstract: "On strings." }),
  ]),
];

const withoutWords = (digests: Digest[]) =>
  digests.map((each) => ({
    ...each,
    papers: each.papers.map((paper) => {
      const { abstract: _, ...rest } = paper;
      return { ...rest, posts: paper.posts.map(() => post()) };
    }),
  }));

const CHOICES: HotListChoices = {
  order: "rank",
  filters: { categories: [], include: [], exclude: [], hideRead: false, newOnly: false },
};

let ended = new AbortController();
afterEach(() => {
  ended.abort();
  ended = new AbortController();
});

interface Made {
  kept?: Partial<HotListChoices["filters"]>;
  before?: Visit;
  digests?: Digest[];
}

/** A page at an address, as `openHotList` connects it. */
async function open(hash: string, { kept = {}, before, digests = index() }: Made = {}) {
  const page = { hash, digests };
  const went = vi.fn<(period: Period, category: string | undefined) => void>();
  const onCategoryGone = vi.fn<() => void>();
  const keepChoices = vi.fn<(choices: HotListChoices) => Promise<void>>().mockResolvedValue();
  const readDigests = vi.fn(async (ranges: readonly { from: string; to: string }[], words: boolean) => {
    const those = page.digests.filter(({ date }) =>
      ranges.some(({ from, to }) => from <= date && date <= to),
    );
    return words ? those : withoutWords(those);
  });
  let following: Following | undefined;
  let followed = () => {};
  const follow = vi.fn<FollowingModel["set"]>().mockResolvedValue();
  const model = createHotListModel({
    target: targetOf(hash),
    sources: {
      days: async () => page.digests.map(({ date }) => date),
      readDigests,
      readEntries: async () => new Map(),
      preparePeriods: vi.fn(),
      dayPage: vi.fn(),
      archive: async () => ({ state: "whole" }),
      today: () => TODAY,
      ask: vi.fn(async () => null as never),
      readChoices: async () => ({ ...CHOICES, filters: { ...CHOICES.filters, ...kept } }),
      keepChoices,
      readFullTextsChoice: async () => ({ fullTexts: false, offerDismissed: false }),
      readToday: async () => ({ on: true, filling: false }),
      readFeedTroubles: async () => [],
      look: async () => before,
      hasAccess: async () => true,
      requestAccess: async () => true,
      openFollowing: async (onChange) => {
        followed = onChange;
        return { of: () => following, set: follow };
      },
      openSearch: async () => ({ find: async () => new Set([id("2108.00002")]), indexChanged: vi.fn() }),
    },
    onGo(period, category) {
      went(period, category);
      page.hash = periodHash(period, category);
      model.actions.show(targetOf(page.hash));
    },
    onCategoryGone,
    signal: ended.signal,
  });
  const setFollowing = (next: typeof following) => {
    following = next;
    followed();
  };
  const ids = () => model.state().filtered.papers.map((paper) => paper.id);
  const shown = () => {
    const { view } = model.state();
    return view.kind === "list" ? periodHash(view.list.period) : view.kind;
  };
  await vi.waitFor(() => expect(model.state().view.kind).toBe("list"));
  return { model, page, ids, shown, went, keepChoices, onCategoryGone, readDigests, setFollowing, follow };
}

const marking = (...some: [string, Mark][]): MarkingModel => ({
  marks: new Map(some.map(([paper, mark]) => [id(paper), mark])),
  onMark: vi.fn(),
  onNote: vi.fn(),
  onUnsave: vi.fn(),
  onOpen: vi.fn(),
  onUndo: vi.fn(),
});

describe("what leaves as a file", () => {
  test.each(["#all", "#month/2021-08-12", "#week/2021-08-12", "#year/2021-08-12", "#on-this-day/08-12"])(
    "has the words of every paper of %s, though the list was read without them or scrolled",
    async (hash) => {
      const { model } = await open(hash);
      const listed = model.state().filtered.papers;
      expect(listed.every(({ abstract }) => abstract === undefined)).toBe(true);
      const whole = await model.actions.withFullTexts(listed);
      expect(whole.map((paper) => paper.id)).toEqual(listed.map((paper) => paper.id));
      expect(whole.every(({ abstract }) => abstract !== undefined)).toBe(true);
      expect(whole.find((paper) => paper.id === "2108.00008")?.posts[0]?.text).toBe("Look!");
    },
  );

  test("has only those of the papers on show", async () => {
    const { model, readDigests } = await open("#all?category=hep-th");
    readDigests.mockClear();
    const whole = await model.actions.withFullTexts(model.state().filtered.papers);
    expect(whole.map(({ abstract }) => abstract)).toEqual(["On strings."]);
    expect(readDigests).toHaveBeenCalledExactlyOnceWith([{ from: "2021-08-13", to: "2021-08-13" }], true);
  });

  test("is not made without words if the index cannot be read: it would be taken for whole", async () => {
    const { model, readDigests } = await open("#all");
    readDigests.mockRejectedValueOnce(new PlainError("closed"));
    await expect(model.actions.withFullTexts(model.state().filtered.papers)).rejects.toThrow("closed");
  });
});

describe("periods", () => {
  test("the first list is the one of the address, in the order that was chosen before", async () => {
    const { shown, ids } = await open("#2021-08-12");
    expect(shown()).toBe("#2021-08-12");
    expect(ids()).toHaveLength(8);
  });

  test("another span shows the period around the day on show, and going back finds the day", async () => {
    const { model, shown } = await open("#2021-08-12");
    model.actions.setSpan("month");
    await vi.waitFor(() => expect(shown()).toBe("#month/2021-08-12"));
    model.actions.setSpan("all");
    await vi.waitFor(() => expect(shown()).toBe("#all"));
    model.actions.setSpan("day");
    await vi.waitFor(() => expect(shown()).toBe("#2021-08-12"));
  });

  test("on this day is today's day of every year, whatever was on show; going back finds that one", async () => {
    const { model, shown } = await open("#2021-08-12");
    model.actions.setSpan("onThisDay");
    await vi.waitFor(() => expect(shown()).toBe(`#on-this-day/${TODAY}`));
    model.actions.setSpan("month");
    await vi.waitFor(() => expect(shown()).toBe("#month/2021-08-12"));
  });

  test("from another day of every year the way leads to that day's own periods", async () => {
    const { model, shown } = await open("#on-this-day/2021-08-13");
    model.actions.setSpan("day");
    await vi.waitFor(() => expect(shown()).toBe("#2021-08-13"));
  });

  test("a day of the calendar shows the period of the same span that has it", async () => {
    const { model, went } = await open("#month/2021-08-12");
    model.actions.setDate("2020-11-28");
    expect(went).toHaveBeenCalledExactlyOnceWith({ span: "month", date: "2020-11-28" }, undefined);
  });

  test("from all time, which has every day already, a day of the calendar shows that day", async () => {
    const { model, shown } = await open("#all");
    model.actions.setDate("2021-08-13");
    await vi.waitFor(() => expect(shown()).toBe("#2021-08-13"));
  });
});

describe("filters", () => {
  test("are those that were kept; a change is kept and narrows the list at once", async () => {
    const { model, ids, keepChoices } = await open("#month/2021-08-12", { kept: { exclude: ["Paper 1"] } });
    expect(ids()).not.toContain("2108.00001");
    model.actions.setFilters({ categories: ["hep-th"] });
    expect(ids()).toEqual(["2108.00020"]);
    expect(keepChoices.mock.calls[0]?.[0].filters).toMatchObject({
      categories: ["hep-th"],
      exclude: ["Paper 1"],
    });
  });

  test("by words read the words of a longer period", async () => {
    const { model, ids } = await open("#month/2021-08-12");
    model.actions.setFilters({ include: ["on strings"] });
    await vi.waitFor(() => expect(ids()).toEqual(["2108.00020"]));
  });

  test("hide what was read before the list was opened, and nothing that is read just now", async () => {
    const { model, ids } = await open("#2021-08-12", { kept: { hideRead: true } });
    model.setMarking(marking(["2108.00001", { read: 1 }]));
    expect(ids()).not.toContain("2108.00001");
    model.setMarking(marking(["2108.00001", { read: 1 }], ["2108.00002", { read: 2 }]));
    expect(ids()).toContain("2108.00002");
  });

  test("show what is new since the visit before", async () => {
    const { model, ids } = await open("#month/2021-08-12", { before: { day: "2021-08-12", ids: [] } });
    model.actions.setFilters({ newOnly: true });
    await vi.waitFor(() => expect(ids()).toHaveLength(9));
    const later = await open("#month/2021-08-12", { before: { day: "2021-08-13", ids: [] } });
    later.model.actions.setFilters({ newOnly: true });
    await vi.waitFor(() => expect(later.ids()).toEqual(["2108.00020"]));
  });

  test("go together with what was searched for", async () => {
    const { model, ids } = await open("#2021-08-12");
    model.actions.setSearch("two");
    await vi.waitFor(() => expect(ids()).toEqual(["2108.00002"]));
    model.actions.setSearch("");
    expect(ids()).toHaveLength(8);
  });

  test("find papers by their notes too, which no index has", async () => {
    const { model, ids } = await open("#2021-08-12");
    const note = (text: string): Mark => ({ saved: 1, paper: facts(), note: text });
    model.setMarking(marking(["2108.00003", note("Für das Séminaire")], ["2108.00004", note("two others")]));
    model.actions.setSearch("seminaire fur");
    await vi.waitFor(() => expect(ids()).toEqual(["2108.00002", "2108.00003"]));
    model.actions.setSearch("two");
    await vi.waitFor(() => expect(ids()).toEqual(["2108.00002", "2108.00004"]));
  });
});

describe("a category that the address names", () => {
  test("is among the filters in force in place of those that were chosen, which stay as they are", async () => {
    const { model, ids, keepChoices } = await open("#month/2021-08-12?category=hep-th", {
      kept: { categories: ["cs.LG"], exclude: ["nothing"] },
    });
    expect(ids()).toEqual(["2108.00020"]);
    expect(model.state().filters).toMatchObject({ categories: ["hep-th"], exclude: ["nothing"] });
    expect(keepChoices).not.toHaveBeenCalled();
    model.actions.show(targetOf("#month/2021-08-12"));
    expect(model.state().filters.categories).toEqual(["cs.LG"]);
  });

  test("stays when the span changes, and while the saved papers are on show", async () => {
    const { model, page } = await open("#month/2021-08-12?category=hep-th");
    model.actions.setSpan("year");
    await vi.waitFor(() => expect(page.hash).toBe("#year/2021-08-12?category=hep-th"));
    model.actions.show({ kind: "saved" });
    expect(model.state().category).toBe("hep-th");
  });

  test("stays when the order changes, and does not become a choice by that", async () => {
    const { model, keepChoices } = await open("#month/2021-08-12?category=hep-th");
    model.actions.setOrder("newest");
    expect(model.state().category).toBe("hep-th");
    expect(keepChoices.mock.calls[0]?.[0].filters.categories).toEqual([]);
  });

  test("becomes a choice with the first change of a filter, and then leaves the address", async () => {
    const { model, onCategoryGone } = await open("#month/2021-08-12?category=hep-th");
    model.actions.setFilters({ exclude: ["x"] });
    expect(onCategoryGone).toHaveBeenCalledOnce();
    expect(model.state().category).toBeUndefined();
    expect(model.state().filters).toMatchObject({ categories: ["hep-th"], exclude: ["x"] });
    model.actions.clearFilters();
    expect(onCategoryGone).toHaveBeenCalledOnce();
    expect(model.state().filters).toEqual(NO_FILTERS);
  });
});

describe("the saved papers", () => {
  test("are in place of the list, and the list is there to go back to", async () => {
    const { model, shown } = await open("#2021-08-12");
    model.setMarking(marking(["2108.00002", { saved: 5, paper: facts({ id: id("2108.00002") }) }]));
    model.actions.show({ kind: "saved" });
    await vi.waitFor(() =>
      expect(model.state().saved?.papers?.map((paper) => paper.id)).toEqual(["2108.00002"]),
    );
    expect(shown()).toBe("#2021-08-12");
    model.actions.show(targetOf("#2021-08-12"));
    expect(model.state().saved).toBeUndefined();
  });

  test("are ordered as at the last visit from this page", async () => {
    const { model } = await open("#2021-08-12");
    model.actions.show({ kind: "saved" });
    model.actions.setSaved({ order: "published" });
    model.setMarking(marking(["2108.00002", { saved: 5, paper: facts({ id: id("2108.00002") }) }]));
    await vi.waitFor(() => expect(model.state().saved?.papers).toHaveLength(1));
    expect(model.state().saved?.choice.order).toBe("published");
    model.actions.show(targetOf("#2021-08-12"));
    model.actions.show({ kind: "saved" });
    expect(model.state().saved?.choice.order).toBe("published");
  });
});

test("what a press could not do is told, and gone with the next press", async () => {
  const { model, keepChoices } = await open("#2021-08-12");
  keepChoices.mockRejectedValueOnce(new PlainError("no room"));
  model.actions.setOrder("newest");
  await vi.waitFor(() => expect(model.state().trouble).toBe("no room"));
  model.actions.setOrder("rank");
  await vi.waitFor(() => expect(model.state().trouble).toBeUndefined());
});

test("listeners hear of nothing once the page has ended", async () => {
  const { model } = await open("#2021-08-12");
  const heard = vi.fn();
  model.subscribe(heard);
  ended.abort();
  model.actions.setFilters(NO_FILTERS);
  await Promise.resolve();
  expect(heard).not.toHaveBeenCalled();
});

describe("what is followed", () => {
  const mine = (...some: string[]): Following => ({
    some: true,
    isFollowed: () => false,
    mine: new Map(some.map((paper) => [id(paper), "diffusion"])),
    fresh: 0,
  });

  test("is marked, and can be all that is on show; while nothing is followed the filter is none", async () => {
    const { model, ids, setFollowing } = await open("#2021-08-12");
    const all = ids();
    model.actions.setFilters({ mine: true });
    expect(ids()).toEqual(all);
    setFollowing({ ...mine(), some: false });
    expect(ids()).toEqual(all);
    const [, second = ""] = all;
    setFollowing(mine(second));
    expect(ids()).toEqual([second]);
    expect(model.state().following?.mine.get(id(second))).toBe("diffusion");
    model.actions.clearFilters();
    expect(ids()).toEqual(all);
  });

  test("is changed by a press, and what cannot be kept is told", async () => {
    const { model, follow } = await open("#2021-08-12");
    const what = { kind: "author", text: "Ada One" } as const;
    model.actions.follow(what, true);
    await vi.waitFor(() => expect(follow.mock.calls).toEqual([[what, true]]));
    follow.mockRejectedValueOnce(new PlainError("The disk is full."));
    model.actions.follow(what, false);
    await vi.waitFor(() => expect(model.state().trouble).toBe("The disk is full."));
  });
});
