import { fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, test, vi } from "vitest";
import { CategoryHeat } from "../../../components/charts/CategoryHeat.tsx";
import { HeatCalendar } from "../../../components/charts/HeatCalendar.tsx";
import { PaperHistory } from "../../../components/charts/PaperHistory.tsx";
import { categoryHeat } from "../../../lib/hot-list/charts/category-heat.ts";
import { heatCalendar } from "../../../lib/hot-list/charts/heat-calendar.ts";
import type { Digest } from "../../../lib/digest/digest.ts";
import type { PaperId } from "../../../lib/paper/paper-id.ts";
import { digest, entry } from "../../hot-list/made.ts";

const liked = (id: number, likes: number, ...categories: string[]) =>
  entry({ id: `2108.0000${id}` as PaperId, counts: [{ network: "twitter", likes }], categories });

const DIGESTS = [
  digest("2020-12-07", []),
  digest("2021-08-05", [liked(1, 500, "cs.LG"), liked(2, 0, "cs.CL")]),
  digest("2021-08-12", [liked(3, 0, "cs.LG")]),
  digest("2021-08-13", [liked(4, 60, "cs.LG")]),
];

/** The rows of the table behind "As a table", without its head. */
async function tableRows(container: Element): Promise<string[][]> {
  const details = container.querySelector("details")!;
  details.open = true;
  fireEvent(details, new Event("toggle"));
  const table = await waitFor(() => within(container as HTMLElement).getByRole("table"));
  return [...table.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent.replace("\u00A0", " ")),
  );
}

describe("the calendar", () => {
  const calendar = (digests: Digest[], more: { current?: string; onPick?: (date: string) => void } = {}) =>
    render(<HeatCalendar years={heatCalendar(digests)} {...more} />).container;
  const stops = (container: Element) =>
    [...container.querySelectorAll('a[tabindex="0"]')].map((link) => link.getAttribute("href"));
  const days = (container: Element) => [...container.querySelectorAll("a")];

  test("says that there is nothing to draw without a digest", () => {
    const container = calendar([]);
    expect(screen.getByText("There are no digests to chart.")).toBeTruthy();
    expect(container.querySelector("svg, details")).toBeNull();
  });

  test("links every day with a digest, and says its papers and heat", () => {
    const container = calendar(DIGESTS);
    expect(
      days(container).map((link) => [link.getAttribute("href"), link.getAttribute("aria-label")]),
    ).toEqual([
      ["#2021-08-05", "5 August 2021: 2 papers, heat 6"],
      ["#2021-08-12", "12 August 2021: 1 paper, heat 1"],
      ["#2021-08-13", "13 August 2021: 1 paper, heat 3"],
      ["#2020-12-07", "7 December 2020: 0 papers"],
    ]);
  });

  test("tells heat by size as well, and an empty digest by another shape", () => {
    const container = calendar(DIGESTS);
    const sides = days(container).map((link) => link.querySelector(".day-mark")?.getAttribute("width"));
    expect(sides[3]).toBeNull();
    expect(container.querySelectorAll("a circle.empty")).toHaveLength(1);
    expect(Number(sides[0])).toBeGreaterThan(Number(sides[2]));
    expect(Number(sides[2])).toBeGreaterThan(Number(sides[1]));
    expect(screen.getByText("empty digest")).toBeTruthy();
    expect(screen.queryByText("heat not known")).toBeNull();
  });

  test("says the same in its table, newest first", async () => {
    const container = calendar(DIGESTS);
    const rows = await tableRows(container);
    expect(rows).toEqual([
      ["13 August 2021", "1", "3"],
      ["12 August 2021", "1", "1"],
      ["5 August 2021", "2", "6"],
      ["7 December 2020", "0", "0"],
    ]);
    expect(rows).toHaveLength(days(container).length);
  });

  test("does not show unknown heat as none", async () => {
    const container = calendar([
      digest("2026-11-20", [entry({ counts: [{ network: "bluesky", likes: 5 }] })]),
    ]);
    expect(days(container)[0]?.getAttribute("aria-label")).toBe("20 November 2026: 1 paper");
    expect(screen.getByText("heat not known")).toBeTruthy();
    expect(await tableRows(container)).toEqual([["20 November 2026", "1", "not known"]]);
  });

  test("is one stop of the tab key: the day on show, else the newest", () => {
    expect(stops(calendar(DIGESTS))).toEqual(["#2021-08-13"]);
    const shown = calendar(DIGESTS, { current: "2021-08-05" });
    expect(stops(shown)).toEqual(["#2021-08-05"]);
    expect(shown.querySelector("[aria-current=date]")?.getAttribute("href")).toBe("#2021-08-05");
  });

  test.each([
    ["ArrowUp", "#2021-08-05"],
    ["ArrowDown", "#2021-08-13"],
    ["ArrowLeft", "#2021-08-05"],
    ["ArrowRight", "#2021-08-13"],
    ["Home", "#2020-12-07"],
    ["End", "#2021-08-13"],
  ])("%s goes on to %s, and the list's keys leave it alone", async (key, to) => {
    const container = calendar(DIGESTS, { current: "2021-08-12" });
    const link = container.querySelector('a[href="#2021-08-12"]')!;
    expect(fireEvent.keyDown(link, { key })).toBe(false);
    await waitFor(() => expect(stops(container)).toEqual([to]));
    expect(document.activeElement?.getAttribute("href")).toBe(to);
  });

  test("leaves keys alone that lead nowhere or have a modifier", () => {
    const container = calendar(DIGESTS, { current: "2021-08-13" });
    const link = container.querySelector('a[href="#2021-08-13"]')!;
    expect(fireEvent.keyDown(link, { key: "ArrowDown" })).toBe(true);
    expect(fireEvent.keyDown(link, { key: "ArrowUp", ctrlKey: true })).toBe(true);
    expect(fireEvent.keyDown(link, { key: "s" })).toBe(true);
    expect(stops(container)).toEqual(["#2021-08-13"]);
  });

  test("tells which day was pressed", () => {
    const onPick = vi.fn<(date: string) => void>();
    fireEvent.click(days(calendar(DIGESTS, { onPick }))[1]!);
    expect(onPick).toHaveBeenCalledExactlyOnceWith("2021-08-12");
  });
});

describe("categories by month", () => {
  const picture = (digests: Digest[]) => render(<CategoryHeat heat={categoryHeat(digests)} />).container;

  test("says that there is nothing to draw without a digest", () => {
    expect(picture([]).querySelector("svg")).toBeNull();
    expect(screen.getByText("There are no digests to chart.")).toBeTruthy();
  });

  test("draws what its table says", async () => {
    const container = picture(DIGESTS);
    expect([...container.querySelectorAll("li p")].map((row) => row.textContent)).toEqual([
      "cs.LGMachine Learningup to 3, August 2021",
      "cs.CLComputation and Languageup to 0.3, August 2021",
    ]);
    const heights = [...container.querySelectorAll("li")].map((row) =>
      [...row.querySelectorAll(".category-bar")].map((bar) => Number(bar.getAttribute("height"))),
    );
    expect(heights[0]?.[0]).toBe(0);
    expect(heights[0]?.[1]).toBeCloseTo(9 * heights[1]![1]!);
    expect([...container.querySelectorAll("title")].map(({ textContent }) => textContent)).toEqual([
      "December 2020, cs.LG: 0 papers",
      "August 2021, cs.LG: 3 papers, heat 3",
      "December 2020, cs.CL: 0 papers",
      "August 2021, cs.CL: 1 paper, heat 0.3",
    ]);
    expect(await tableRows(container)).toEqual([
      ["August 2021", "4", "3.3", "3 (3 papers)", "0.3 (1 paper)"],
      ["December 2020", "0", "0", "0 (0 papers)", "0 (0 papers)"],
    ]);
  });

  test("says what heat is, and which the thin line is: a round one that the hottest month reaches", () => {
    const container = picture(DIGESTS);
    expect(container.querySelector(".chart-how")?.textContent).toContain("The thin line is 2.");
    expect(container.querySelector(".chart-how")?.textContent).toContain("per digest of the month");
    const [line, base] = ["line", "base"].map((name) =>
      Number(container.querySelector(`.category-${name}`)?.getAttribute("y1")),
    );
    expect(base! - line!).toBeCloseTo((base! * 2) / 3);
  });

  test("of only empty digests has a month without heat, and no row", async () => {
    const container = picture([digest("2020-12-07", [])]);
    expect(container.querySelector(".chart-how")?.textContent).not.toContain("NaN");
    expect(await tableRows(container)).toEqual([["December 2020", "0", "0"]]);
  });

  test("does not show unknown heat as none", async () => {
    const container = picture([
      digest("2026-11-20", [entry({ counts: [{ network: "bluesky", likes: 5 }], categories: ["cs.LG"] })]),
    ]);
    expect(container.querySelector("li p")?.textContent).toBe("cs.LGMachine Learning");
    expect(container.querySelector("title")?.textContent).toBe("November 2026, cs.LG: 1 paper");
    expect(await tableRows(container)).toEqual([["November 2026", "1", "not known", "not known (1 paper)"]]);
  });

  test("shows by a line that months are left out, and all others by a pattern", () => {
    const many = Array.from({ length: 8 }, (_, at) => liked(at, 1, `cs.${"ABCDEFGH"[at]}`));
    const container = picture([digest("2020-06-29", many), digest("2021-01-04", many)]);
    expect(container.querySelectorAll("li")).toHaveLength(7);
    expect(container.querySelectorAll(".category-gap")).toHaveLength(7);
    const { id } = container.querySelector("pattern")!;
    const others = container.querySelector("li:last-child")!;
    expect(others.querySelector("b")?.textContent).toBe("Others");
    expect(others.querySelector(".category-bar")?.getAttribute("fill")).toBe(`url(#${id})`);
    expect(container.querySelector(".year-axis")?.textContent).toBe("20202021");
  });
});

describe("a paper over time", () => {
  const counts = [{ network: "twitter" as const, reposts: 288, likes: 52 }];
  const entries = [
    { date: "2021-08-13", rank: 1, of: 9, counts },
    { date: "2021-08-12", rank: 3, of: 11, counts: [{ network: "bluesky" as const, likes: 7 }] },
  ];

  test("has no picture if there is one entry", () => {
    expect(render(<PaperHistory entries={entries.slice(0, 1)} />).container.textContent).toBe("");
  });

  test("shows each entry's rank, day and figures, and its table says them too", async () => {
    const { container } = render(<PaperHistory entries={entries} />);
    const shown = [...container.querySelectorAll("svg text")].map((words) => words.textContent);
    expect(shown).toEqual([
      "3rd of 11",
      "12 Aug 2021",
      "Bluesky",
      "7 likes",
      "1st of 9",
      "13 Aug 2021",
      "288 retweets",
      "52 favorites",
    ]);
    const heights = [...container.querySelectorAll("circle")].map((point) =>
      Number(point.getAttribute("cy")),
    );
    expect(heights[1]).toBeLessThan(heights[0]!);
    expect(container.querySelector("title")?.textContent).toBe("1 day later");
    expect(await tableRows(container)).toEqual([
      ["13 August 2021", "1st of 9", "288 retweets, 52 favorites"],
      ["12 August 2021", "3rd of 11", "Bluesky 7 likes"],
    ]);
  });
});
