import { fireEvent, render, screen } from "@testing-library/preact";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { Popup, type PopupProps } from "../../../components/popup/Popup.tsx";
import type { HotListView } from "../../../lib/hot-list/hot-list-view.ts";
import type { PaperId } from "../../../lib/paper/paper-id.ts";
import { shownList } from "../../../lib/hot-list/shown-list.ts";
import { ALL_SAVED } from "../../../lib/hot-list/saved-choice.ts";
import { digest, papers } from "../../hot-list/made.ts";
import type { HotListState } from "../../../lib/hot-list/state/hot-list-state.ts";
import { loadLaterParts, dayView, hotListActions, hotListState, paper } from "../made.ts";

beforeAll(loadLaterParts);

function show(view: HotListView, change: Partial<HotListState> = {}) {
  const props: PopupProps = {
    state: hotListState(view, change),
    actions: hotListActions(),
    optionsUrl: "options.html",
    archiveUrl: "archive.html",
  };
  return { ...render(<Popup {...props} />), props };
}
const text = () => document.body.textContent;
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

describe("the frame", () => {
  const views: [string, HotListView][] = [
    ["loading", { kind: "loading" }],
    ["importing", { kind: "importing", progress: 0.4 }],
    ["importFailed", { kind: "importFailed" }],
    ["deleted", { kind: "deleted" }],
    ["nothing", { kind: "nothing" }],
    ["failed", { kind: "failed", failure: "blocked" }],
    ["a day", dayView()],
    ["an empty day", dayView([])],
  ];

  test.each(views)("is whole with %s: name, landmarks, options", (_, view) => {
    show(view);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Hot Papers");
    for (const landmark of ["banner", "main", "contentinfo", "navigation"])
      expect(screen.getByRole(landmark)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Options" }).getAttribute("href")).toBe("options.html");
  });

  test("no two states read alike", () => {
    const texts = views.map(([, view]) => {
      const { unmount } = show(view);
      const words = screen.getByRole("main").textContent;
      unmount();
      return words;
    });
    expect(new Set(texts).size).toBe(views.length);
  });
});

describe("a day", () => {
  test("says its date, how many papers it has and of when the figures are", async () => {
    show(dayView(papers(11)));
    expect(screen.getByRole("heading", { level: 2 }).textContent).toMatch(/^Thursday,? 12 August 2021$/u);
    expect(text()).toContain("11 papers, counted 13 Aug 2021");
    await vi.waitFor(() =>
      expect(screen.getByRole("main").querySelectorAll("ol > li[data-hot-paper]")).toHaveLength(11),
    );
  });

  test("names the newest digest's real date, with a link to it", () => {
    show(dayView());
    expect(screen.getByRole("link", { name: "Latest: 13 Jan 2022, 4 years old" }).getAttribute("href")).toBe(
      "#2022-01-13",
    );
  });

  test("that is the newest itself says so without a link to itself", () => {
    show(dayView(papers(1), { newest: "2021-08-12" }), { today: "2021-08-13" });
    expect(text()).toContain("Latest: 12 Aug 2021");
    expect(screen.queryByRole("link", { name: /^Latest/u })).toBeNull();
  });

  test("the date of an old newest digest is marked, that of a fresh one is not", () => {
    const { container, unmount } = show(dayView());
    expect(container.querySelector(".latest.old")).not.toBeNull();
    unmount();
    expect(show(dayView(), { today: "2022-01-15" }).container.querySelector(".latest.old")).toBeNull();
  });

  test("leads to the digests before and after it by their addresses", () => {
    show(dayView());
    expect(screen.getByRole("link", { name: "Previous digest: 11 August 2021" }).getAttribute("href")).toBe(
      "#2021-08-11",
    );
    expect(screen.getByRole("link", { name: "Next digest: 13 August 2021" }).getAttribute("href")).toBe(
      "#2021-08-13",
    );
  });

  test("at both ends the arrow keeps its place and the focus, and leads nowhere else", () => {
    const { previous: _, next: __, ...alone } = dayView();
    show(alone);
    for (const name of ["This is the oldest digest", "This is the newest digest"]) {
      const link = screen.getByRole("link", { name });
      expect(link.getAttribute("aria-disabled")).toBe("true");
      expect(link.getAttribute("href")).toBe("#2021-08-12");
    }
  });

  test("has the explanation of its figures one press away", () => {
    const { container } = show(dayView());
    const button = screen.getByRole("button", { name: "How is this counted?" });
    const help = container.querySelector(`#${button.getAttribute("popovertarget")}`);
    expect(help?.getAttribute("popover")).toBe("auto");
    expect(help?.textContent).toMatch(/retweets are very probably too high/u);
  });

  test("explains upvotes if there are any, and retweets only if there are any", () => {
    const counts = [{ network: "huggingface" as const, upvotes: 52 }];
    show(dayView(papers(2).map((each) => ({ ...each, counts }))));
    const help = document.querySelector("#counted")?.textContent;
    expect(help).toContain("Today’s are higher.");
    expect(help).not.toContain("retweets are");
  });

  test("without papers needs no explanation of figures", () => {
    show(dayView([]));
    expect(text()).toContain("No paper made the digest of 12 August 2021.");
    expect(text()).toContain("0 papers");
    expect(screen.queryByRole("button", { name: "How is this counted?" })).toBeNull();
  });
});

describe("the calendar", () => {
  const open = async (change: Parameters<typeof dayView>[1] = {}) => {
    const picked = show(dayView(undefined, change));
    const hidePopover = vi.fn();
    Object.assign(HTMLElement.prototype, { hidePopover }); // happy-dom has none
    const month = await screen.findByLabelText<HTMLSelectElement>("Month"); // loaded after the list
    const marked = () =>
      [...picked.container.querySelectorAll(".day-picker td button")].map((day) =>
        day.getAttribute("aria-label"),
      );
    return { ...picked, hidePopover, month, marked };
  };

  const pressIn = (name: string) => fireEvent.click(screen.getByLabelText(name)); // it is closed, here

  test("shows the month of the day on show in the reader's words, days with lists marked", async () => {
    const { month, marked, container } = await open();
    expect(month.selectedOptions[0]?.text).toBe("August 2021");
    expect(marked()).toEqual([
      "Wednesday, 11 August 2021",
      "Thursday, 12 August 2021",
      "Friday, 13 August 2021",
      "Thursday, 26 August 2021",
    ]);
    expect(container.querySelector('.day-picker [aria-current="date"]')?.textContent).toBe("12");
    expect(container.querySelectorAll(".day-picker td")).toHaveLength(42);
  });

  test("takes a marked day, and closes", async () => {
    const { props, hidePopover } = await open();
    pressIn("Friday, 13 August 2021");
    expect(props.actions.setDate).toHaveBeenCalledExactlyOnceWith("2021-08-13");
    expect(hidePopover).toHaveBeenCalled();
  });

  test("goes from month to month that has lists, and to any of them at once", async () => {
    const { month, marked } = await open();
    expect([...month.options].map(({ value }) => value)).toEqual([
      "2022-01",
      "2021-08",
      "2021-07",
      "2020-06",
    ]);
    pressIn("Next month");
    expect([month.value, ...marked()]).toEqual(["2022-01", "Thursday, 13 January 2022"]);
    expect(screen.getByLabelText("Next month").getAttribute("aria-disabled")).toBe("true");
    fireEvent.change(month, { target: { value: "2020-06" } });
    expect(marked()).toEqual(["Monday, 29 June 2020"]);
  });

  test("arrow keys go from day to day that has a list", async () => {
    const { container } = await open();
    const day = (date: string) => container.querySelector<HTMLElement>(`[data-day="${date}"]`) as HTMLElement;
    day("2021-08-13").focus();
    fireEvent.keyDown(day("2021-08-13"), { key: "ArrowRight" });
    expect(document.activeElement).toBe(day("2021-08-26"));
    fireEvent.keyDown(day("2021-08-26"), { key: "ArrowUp" });
    expect(document.activeElement).toBe(day("2021-08-13"));
  });
});

describe("notes above the list", () => {
  test("a day without a digest: what was asked for and what is shown", () => {
    show(dayView(papers(1), { note: { kind: "noDigest", asked: { span: "day", date: "2021-08-14" } } }));
    expect(
      screen.getByText(
        "There is no digest for 14 August 2021. This is the nearest one, from 12 August 2021.",
      ),
    ).toBeTruthy();
  });

  test("an address that is not a day, whatever it says", () => {
    show(dayView(papers(1), { note: { kind: "unreadable", asked: "<b>$1" } }));
    expect(
      screen.getByText("“<b>$1” is not a day. This is the newest digest, from 12 August 2021."),
    ).toBeTruthy();
  });

  test("a note is said by screen readers: its place is there before its words come", () => {
    const { container, rerender, props } = show(dayView());
    const place = container.querySelector(".notices > output");
    expect(place?.textContent).toBe("");
    const noted = dayView(papers(1), { note: { kind: "unreadable", asked: "x" } });
    rerender(<Popup {...props} state={hotListState(noted)} />);
    expect(container.querySelector(".notices > output")).toBe(place);
    expect(place?.textContent).toContain("is not a day");
  });

  test("which papers have badges, in months, with one to look at", () => {
    const badgeRange = { example: "2201.04182" as PaperId };
    show(dayView(papers(1), { badgeRange }));
    expect(text()).toContain("Badges appear on papers from June 2020 to August 2021, 13 January 2022.");
    expect(screen.getByRole("link", { name: "See one on arXiv" }).getAttribute("href")).toBe(
      "https://arxiv.org/abs/2201.04182",
    );
  });

  test("an archive that failed beside other digests can be tried again", () => {
    const { props } = show(dayView(papers(1), { archiveFailed: true }));
    press("Try again");
    expect(props.actions.restore).toHaveBeenCalledOnce();
  });

  test("arXiv's access taken away: said, with a button that asks within the press", () => {
    const { props } = show(dayView(), { access: false });
    expect(text()).toContain("The browser does not let Hot Papers run on arXiv.");
    press("Allow on arXiv");
    expect(props.actions.grantAccess).toHaveBeenCalledOnce();
  });

  test("with access nothing is said of it", () => {
    show(dayView());
    expect(screen.queryByRole("button", { name: "Allow on arXiv" })).toBeNull();
  });

  test("what a press could not do is said at once", () => {
    show(dayView(), { trouble: "no room on the disk" });
    expect(screen.getByRole("alert").textContent).toBe("That did not work: no room on the disk");
  });
});

describe("in place of the list", () => {
  test("loading shows that something comes, and says so to screen readers", () => {
    const { container } = show({ kind: "loading" });
    expect(screen.getByRole("main").getAttribute("aria-busy")).toBe("true");
    expect(text()).toContain("Reading the index…");
    expect(container.querySelector(".skeleton")?.getAttribute("aria-hidden")).toBe("true");
  });

  test("the first run follows the import", () => {
    show({ kind: "importing", progress: 0.48 });
    expect(text()).toContain("We are importing the bundled digests into this browser.");
    expect(screen.getByRole("progressbar").getAttribute("value")).toBe("0.48");
    expect(screen.getByRole("main").textContent).toContain("48%");
  });

  test("an import that failed says why, and can be tried again", () => {
    const { props } = show({ kind: "importFailed", failure: "There is no room on the disk." });
    expect(text()).toContain("We could not import the bundled digests");
    expect(text()).toContain("There is no room on the disk.");
    press("Try again");
    expect(props.actions.restore).toHaveBeenCalledOnce();
  });

  test("after everything was deleted it can be brought back, or own files imported", () => {
    const { props } = show({ kind: "deleted" });
    expect(text()).toContain("You deleted everything.");
    expect(screen.getByRole("link", { name: "Import digest files instead" }).getAttribute("href")).toBe(
      "options.html",
    );
    press("Restore the bundled digests");
    expect(props.actions.restore).toHaveBeenCalledOnce();
  });

  test.each([
    ["newerVersion", "Update the extension"],
    ["blocked", "Close the other pages"],
    ["failed", "The browser gave an error."],
  ] as const)("an index that cannot be read (%s) says what helps", (failure, words) => {
    const { props } = show({ kind: "failed", failure, detail: "UnknownError: 7" });
    expect(text()).toContain(words);
    expect(text()?.includes("UnknownError: 7")).toBe(failure === "failed");
    press("Try again");
    expect(props.actions.readAgain).toHaveBeenCalledOnce();
  });
});

describe("a category that the address names", () => {
  const href = (name: string | RegExp) => screen.getByRole("link", { name }).getAttribute("href");
  const filters = () => screen.getByRole("button", { name: /^Filters/u });

  test("is a pressed chip and a filter that is set, and can be given up as one", async () => {
    const { props } = show(dayView(), { category: "cs.CL" });
    expect(filters().textContent).toBe("1");
    fireEvent.click(filters());
    expect(await screen.findByRole("button", { name: /^cs\.CL/u, pressed: true })).toBeTruthy();
    press("Clear filters");
    expect(props.actions.clearFilters).toHaveBeenCalledOnce();
  });

  test("stays on the way to other digests and to the full page", () => {
    show(dayView(), { category: "cs.CL" });
    expect(href("Previous digest: 11 August 2021")).toBe("#2021-08-11?category=cs.CL");
    expect(href("Next digest: 13 August 2021")).toBe("#2021-08-13?category=cs.CL");
    expect(href(/^Latest/u)).toBe("#2022-01-13?category=cs.CL");
    expect(href("Full page")).toBe("archive.html#2021-08-12?category=cs.CL");
  });

  test("stays on the way back from the saved papers, and is not one of theirs", () => {
    show(dayView(), { category: "cs.CL", saved: { choice: ALL_SAVED, papers: [paper()] } });
    expect(href("Back to the list")).toBe("#2021-08-12?category=cs.CL");
    expect(href("12 Aug 2021")).toBe("#2021-08-12");
  });

  test("stays on the way from a paper of a longer period to its day", () => {
    const list = shownList({ span: "month", date: "2021-08-12" }, [digest("2021-08-12", papers(1))], "rank");
    show(dayView([], { list }), { category: "cs.CL" });
    expect(href("12 Aug 2021")).toBe("#2021-08-12?category=cs.CL");
  });
});

describe("how fresh the list is", () => {
  const NEWEST = "2021-08-12";
  const feed = (kind: "unreachable" | "unreadable") => ({ source: "feed", title: "Daily", kind }) as const;
  const states: [string, string, () => void][] = [
    [
      "fresh",
      "Latest: 12 Aug 2021",
      () => show(dayView(papers(1), { newest: NEWEST }), { today: "2021-08-13" }),
    ],
    [
      "old",
      "Latest: 12 Aug 2021, 12 days old",
      () => show(dayView(papers(1), { newest: NEWEST }), { today: "2021-08-24" }),
    ],
    [
      "unreachable",
      "Daily does not answer. You see the digests that we already have; the newest is from 12 August 2021.",
      () => show(dayView(papers(1), { newest: NEWEST }), { feedTroubles: [feed("unreachable")] }),
    ],
    ["empty", "No paper made the digest of 12 August 2021.", () => show(dayView([], { newest: NEWEST }))],
    [
      "unreadable",
      "We cannot read what Daily sends, so there is nothing new. The newest digest is from 12 August 2021.",
      () => show(dayView(papers(1), { newest: NEWEST }), { feedTroubles: [feed("unreadable")] }),
    ],
  ];

  test.each(states)("%s has a sentence of its own: %s", (state, sentence, draw) => {
    draw();
    expect(screen.getByText(sentence)).toBeTruthy();
    const said = states.filter(([, each]) => screen.queryByText(each) !== null);
    expect(said.map(([name]) => name)).toEqual([state]);
  });

  test.each([
    [
      "unreachable",
      "We could not make today’s list, because the networks do not answer. You see the digests that we already have; the newest is from 12 August 2021.",
    ],
    [
      "unreadable",
      "We could not make today’s list, because we cannot read what the networks send. The newest digest is from 12 August 2021.",
    ],
  ] as const)("live networks that are %s are said, also if there is no feed", (kind, sentence) => {
    show(dayView(papers(1), { newest: NEWEST }), { feedTroubles: [{ source: "live", kind }] });
    expect(screen.getByText(sentence)).toBeTruthy();
  });

  test("several that failed are said one by one, and never in the same words", () => {
    const { container } = show(dayView(), {
      feedTroubles: [
        feed("unreachable"),
        { ...feed("unreachable"), title: "Weekly" },
        feed("unreachable"), // another feed of the same name
        { source: "live", kind: "unreachable" },
      ],
    });
    const said = [...container.querySelectorAll(".notices .notice p")].map((each) => each.textContent);
    expect(said).toHaveLength(3);
    expect(new Set(said).size).toBe(3);
  });

  test.each([
    [[], "Abstracts and the text of tweets are on their way."],
    [
      [{ source: "words", kind: "unreachable" }],
      "We could not fetch abstracts and the text of tweets: cdn.jsdelivr.net does not answer. We will try again automatically.",
    ],
    [
      [{ source: "words", kind: "unreadable" }],
      "We could not fetch abstracts and the text of tweets: we cannot read what cdn.jsdelivr.net sends.",
    ],
  ] as const)(
    "words of the archive are on their way only while they can be (%j)",
    (feedTroubles, sentence) => {
      const { container } = show(dayView(), { words: "coming", feedTroubles });
      expect(container.querySelector(".facts-only")?.textContent).toBe(sentence);
      expect(container.querySelector(".notices .notice")).toBeNull();
    },
  );
});

describe("a search that finds nothing", () => {
  const nothing = { papers: [], categories: [] };
  const search = { text: "graph", state: "ready" } as const;

  test("in a day can go on in all time, with a press", () => {
    const { props } = show(dayView(), { filtered: nothing, search });
    press("Search all time");
    expect(props.actions.setSpan).toHaveBeenCalledExactlyOnceWith("all");
    expect(props.actions.setSearch).not.toHaveBeenCalled();
  });

  test("can be given up with all filters: every paper is there then", () => {
    const { props } = show(dayView(), { filtered: nothing, search });
    press("Show all papers");
    expect(props.actions.clearFilters).toHaveBeenCalledOnce();
    expect(props.actions.setSearch).toHaveBeenCalledExactlyOnceWith("");
  });

  test.each<[string, Partial<HotListState>, HotListView]>([
    [
      "in all time",
      { search },
      dayView([], { list: shownList({ span: "all", date: "2021-08-12" }, [digest("2021-08-12")], "rank") }),
    ],
    ["where only filters are set", {}, dayView()],
  ])("%s has nowhere else to look", (_, change, view) => {
    show(view, { ...change, filtered: nothing });
    expect(screen.queryByRole("button", { name: "Search all time" })).toBeNull();
    expect(screen.getByRole("button", { name: "Show all papers" })).toBeTruthy();
  });
});

describe("all time", () => {
  const list = shownList({ span: "all", date: "2022-01-13" }, [digest("2021-08-12")], "rank");
  const { previous: _, next: __, ...alone } = dayView([], { list });

  test("has nothing before or after it, and no arrows that would say it is the oldest digest", () => {
    const { container } = show(alone);
    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("All time");
    expect(container.querySelectorAll(".period-bar a")).toHaveLength(0);
    expect(screen.getByRole("button", { name: "Choose a day" })).toBeTruthy();
  });
});
