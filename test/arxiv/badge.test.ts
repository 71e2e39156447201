import { describe, expect, test } from "vitest";
import type { Badge, BadgeEntry } from "../../lib/messages/messages.ts";
import { badgeMaker } from "../../lib/arxiv/badge/badge.ts";
import { madeBadge } from "./made-badges.ts";

const make = badgeMaker(document);
const wordsOf = (badge: Badge, look: "line" | "pill") =>
  make(badge, look).button.textContent.replaceAll(/\s+/gu, " ");

describe("the line of an abstract page", () => {
  const badge = madeBadge("2108.04979", { counts: [{ network: "twitter", reposts: 288, likes: 52 }] });

  test("says rank, day and figures in words", () => {
    expect(wordsOf(badge, "line")).toBe("3rd of 11 on 12 Aug 2021 · 288 retweets · 52 favorites · 1 tweet");
  });

  test("has a name that begins with the words on show and goes on with the exact sentence", () => {
    expect(make(badge, "line").button.getAttribute("aria-label")).toBe(
      "3rd of 11 on 12 Aug 2021 288 retweets 52 favorites 1 tweet – 3rd of 11 on 12 August 2021: 288 retweets, 52 favorites, 1 tweet",
    );
  });

  test("has only the sentence as its name if that begins with all visible words", () => {
    const inMay = madeBadge("2105.04979", { date: "2021-05-12" });
    expect(make(inMay, "line").button.getAttribute("aria-label")).toBe(
      "3rd of 11 on 12 May 2021: 3,288 retweets, 52 favorites, 1 tweet",
    );
  });
});

describe("the pill of a list", () => {
  test("says rank and compact figures, the exact ones in tooltip and name", () => {
    const { button } = make(madeBadge("2108.04979"), "pill");
    expect(button.querySelector("b")?.textContent).toBe("3rd");
    expect(button.querySelector(".figures")?.textContent).toBe("⇄\u20093.3K\u2002♡\u200952\u2002❝\u20091");
    const exact = "3rd of 11 on 12 August 2021: 3,288 retweets, 52 favorites, 1 tweet";
    expect(button.getAttribute("aria-label")).toBe(`3rd 3.3K 52 1 – ${exact}`);
    expect(button.querySelector<HTMLElement>(".shape")?.title).toBe(exact);
    expect(button.title, "a title of the button would be read out a second time").toBe("");
  });

  test("leaves out what a network did not tell, because unknown is not zero", () => {
    const badge = madeBadge("2108.04979", { counts: [{ network: "huggingface", upvotes: 12 }], posts: 0 });
    expect(wordsOf(badge, "pill")).toBe("3rd ↑ 12");
  });

  test("shows each network's first figure with its mark, never a sum, and the name tells all", () => {
    const counts: BadgeEntry["counts"] = [
      { network: "bluesky", reposts: 4, likes: 5 },
      { network: "huggingface", upvotes: 86, comments: 9 },
      { network: "hackernews", points: 1430, comments: 51 },
    ];
    const { button } = make(madeBadge("2108.04979", { counts, posts: 2 }), "pill");
    expect(button.querySelector(".figures")?.textContent.split("\u2002")).toEqual([
      "Bs\u20095",
      "HF\u200986",
      "HN\u20091.4K",
      "❝\u20092",
    ]);
    expect(button.getAttribute("aria-label")).toBe(
      "3rd Bs 5 HF 86 HN 1.4K 2 – 3rd of 11 on 12 August 2021: Bluesky 4 reposts, 5 likes, Hugging Face 86 upvotes, 9 comments, Hacker News 1,430 points, 51 comments, 2 posts",
    );
  });
});

test("a paper in two digests shows its better rank", () => {
  const badge = madeBadge("2108.04979", {}, { rank: 9, date: "2021-08-13" });
  expect(wordsOf(badge, "line")).toMatch(/^3rd of 11 on 12 Aug/u);
});

test("a host has the paper's id, an open shadow root with one button, and no text outside it", () => {
  const { host, button } = make(madeBadge("hep-th/9901001"), "pill");
  expect(host.dataset["hotPaper"]).toBe("hep-th/9901001");
  expect(host.shadowRoot?.querySelectorAll("button")).toHaveLength(1);
  expect(host.shadowRoot?.querySelector("button")).toBe(button);
  expect(host.textContent).toBe("");
});

test("is hidden by its own style, so that it does not show without the extension's style sheet", () => {
  expect(make(madeBadge("2108.04979"), "line").host.style.display).toBe("none");
});

test("tells the heat to the style sheet by a number, 0 if it is unknown", () => {
  expect(make(madeBadge("2108.04979", { heat: 0 }), "pill").button.dataset["heat"]).toBe("0");
  expect(make(madeBadge("2108.04979", { heat: 5 }), "line").button.dataset["heat"]).toBe("5");
});

test("no class begins with mathjax, which arXiv's MathJax would typeset", () => {
  const { button } = make(madeBadge("2108.04979"), "pill");
  const classes = [button, ...button.querySelectorAll("*")].flatMap((each) => [...each.classList]);
  expect(classes.filter((name) => name.startsWith("mathjax"))).toEqual([]);
});

test("shows no figures, visible or in names, if the reader wants none", () => {
  const badge: Badge = { ...madeBadge("2108.04979"), quiet: true };
  const exact = "3rd of 11 on 12 August 2021";
  expect(wordsOf(badge, "pill").trim()).toBe("3rd");
  expect(wordsOf(badge, "line")).toBe("3rd of 11 on 12 Aug 2021");
  expect(make(badge, "pill").button.getAttribute("aria-label")).toBe(exact);
  expect(make(badge, "line").button.getAttribute("aria-label")).toBe(`3rd of 11 on 12 Aug 2021 – ${exact}`);
  const { button } = make(badge, "pill");
  expect(button.querySelector<HTMLElement>(".shape")?.title).toBe("3rd of 11 on 12 August 2021");
});
