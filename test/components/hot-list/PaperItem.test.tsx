import { fireEvent, render, screen, within } from "@testing-library/preact";
import { describe, expect, test } from "vitest";
import type { PaperId } from "../../../lib/paper/paper-id.ts";
import { PaperItem } from "../../../components/hot-list/PaperItem.tsx";
import { post } from "../../hot-list/made.ts";
import { paper } from "../made.ts";

const item = () => screen.getByRole("listitem");
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));

test("an item carries the paper's id, rank, title, authors and categories", () => {
  render(<PaperItem paper={paper()} />);
  expect(item().dataset["hotPaper"]).toBe("2108.00001");
  expect(item().textContent).toContain("1A Paper About SomethingAda One, Bo Two");
  expect(item().textContent).toContain("cs.LGcs.CL");
});

test("the title leads to the abstract page, abs and pdf have names that say of which paper", () => {
  render(<PaperItem paper={paper({ id: "hep-th/9901001" as PaperId })} />);
  const links = screen
    .getAllByRole("link")
    .map((link) => [link.getAttribute("href"), link.getAttribute("aria-label")]);
  expect(links).toEqual([
    ["https://arxiv.org/abs/hep-th/9901001", null],
    ["https://arxiv.org/abs/hep-th/9901001", "abs: A Paper About Something"],
    ["https://arxiv.org/pdf/hep-th/9901001", "pdf: A Paper About Something"],
  ]);
});

test("every link opens in a new tab without a referrer", () => {
  render(<PaperItem paper={paper({ posts: [post()] })} />);
  press("1 tweet");
  const links = screen.getAllByRole("link");
  expect(links).toHaveLength(4);
  for (const link of links) {
    expect(link.getAttribute("target")).toBe("_blank");
    expect(link.getAttribute("rel")).toBe("noopener noreferrer");
  }
});

test("a paper of a day says on which other days it was, and leads there", () => {
  render(<PaperItem paper={paper({ also: [{ date: "2021-08-03", rank: 4, of: 9 }] })} />);
  const link = screen.getByRole("link", { name: "also on 3 Aug 2021 (4th)" });
  expect(link.getAttribute("href")).toBe("#2021-08-03");
});

describe("figures", () => {
  test("show numbers, and say the network's own words to screen readers", () => {
    render(<PaperItem paper={paper()} />);
    expect(item().textContent).toContain("3,135 retweets");
    expect(item().textContent).toContain("247 favorites");
    expect(screen.getByText("3,135").getAttribute("class")).toBeNull();
    expect(screen.getByText("retweets").className).toBe("unseen");
    expect(screen.getByTitle("247 favorites")).toBeTruthy();
  });

  test("of several networks are chips with their names, words and ranks, and are not added up", () => {
    render(
      <PaperItem
        paper={paper({
          counts: [
            { network: "bluesky", reposts: 12, likes: 40, at: "2026-11-23T08:00:00" },
            { network: "huggingface", upvotes: 86 },
          ],
          ranks: { bluesky: 2, huggingface: 1 },
          sources: [
            { source: "bluesky", state: "ok", at: "2026-11-23T08:00:00" },
            { source: "huggingface", state: "ok", at: "2026-11-23T08:00:00" },
            { source: "hackernews", state: "failed", at: "2026-11-23T08:00:00", reason: "throttled" },
            { source: "arxiv", state: "ok", at: "2026-11-23T08:00:00" },
          ],
        })}
      />,
    );
    const chips = [...document.querySelectorAll<HTMLElement>(".network")];
    expect(chips.map((chip) => [chip.className, chip.textContent, chip.title])).toEqual([
      ["network known", "BsBluesky: 2nd 12 reposts · 40 likes", "Bluesky, counted 23 Nov, 08:00"],
      ["network known", "HFHugging Face: 1st 86 upvotes", "Hugging Face"],
      [
        "network failed",
        "HNHacker News is busy and asked us to wait?",
        "Hacker News is busy and asked us to wait",
      ],
    ]);
  });

  test("of a network lead to where people discuss the paper; one without figures leads nowhere", () => {
    const thread = "https://news.ycombinator.com/item?id=7";
    render(
      <PaperItem
        paper={paper({
          counts: [
            { network: "huggingface", upvotes: 86 },
            { network: "hackernews", points: 143, comments: 51 },
          ],
          posts: [post({ network: "hackernews", url: thread, titleOnly: true })],
          sources: [{ source: "bluesky", state: "ok", at: "2026-11-23T08:00:00", complete: true }],
        })}
      />,
    );
    const chips = [...document.querySelectorAll<HTMLElement>(".network")];
    expect(chips.map((chip) => chip.getAttribute("href"))).toEqual([
      null,
      "https://huggingface.co/papers/2108.00001",
      thread,
    ]);
    press("1 post");
    expect(document.querySelector("details")).toBeNull();
  });

  test("of only votes are not followed by '0 posts'", () => {
    render(<PaperItem paper={paper({ counts: [{ network: "huggingface", upvotes: 312 }], posts: [] })} />);
    expect(item().textContent).toContain("312 upvotes");
    expect(item().textContent).not.toContain("0 posts");
  });

  test("of a list that counts nothing is its name", () => {
    render(<PaperItem paper={paper({ counts: [], posts: [], list: "Things of the week" })} />);
    expect(document.querySelector(".doors > span")?.textContent).toBe("Things of the week");
    expect(item().textContent).not.toMatch(/\d tweets/u);
  });

  test("a network that knows nothing of the paper is a dash, not a zero", () => {
    render(
      <PaperItem
        paper={paper({
          counts: [{ network: "huggingface", upvotes: 86 }],
          sources: [{ source: "hackernews", state: "ok", at: "2026-11-23T08:00:00" }],
        })}
      />,
    );
    expect(document.querySelector(".network.unknown")?.textContent).toBe("HNHacker News: nothing known–");
  });

  test("of Hugging Face have its own word, and say nothing of posts, which were not counted", () => {
    render(<PaperItem paper={paper({ counts: [{ network: "huggingface", upvotes: 52 }], posts: [] })} />);
    expect(document.querySelector(".network")?.textContent).toContain("52 upvotes");
    expect(item().textContent).not.toMatch(/\d posts/u);
  });

  test("a paper whose categories are not known has no place for them", () => {
    render(<PaperItem paper={paper({ categories: [] })} />);
    expect(document.querySelector(".categories")).toBeNull();
  });

  test("a rank of inflated retweets carries a mark that opens the explanation", () => {
    const few = { heat: 2, counts: [{ network: "twitter" as const, reposts: 900, likes: 40 }] };
    const { rerender } = render(<PaperItem paper={paper({ ...few, rank: 3 })} />);
    const mark = screen.getByRole("button", { name: "retweets inflated?" });
    expect(mark.getAttribute("popovertarget")).toBe("counted");
    rerender(<PaperItem paper={paper({ ...few, rank: 4 })} />);
    expect(screen.queryByRole("button", { name: "retweets inflated?" })).toBeNull();
  });

  test("that are not known are left out, not shown as zero", () => {
    render(<PaperItem paper={paper({ counts: [{ network: "twitter", likes: 5 }] })} />);
    expect(item().textContent).toContain("5 favorites");
    expect(item().textContent).not.toContain("retweet");
  });

  test("heat is told in bars and in words, and not at all if it is unknown", () => {
    const { container, rerender } = render(<PaperItem paper={paper({ heat: 4 })} />);
    expect(screen.getByText("Heat 4 of 5").className).toBe("unseen");
    expect(container.querySelectorAll("rect.on")).toHaveLength(4);
    expect(container.querySelectorAll("rect.off")).toHaveLength(1);
    rerender(<PaperItem paper={paper({ heat: 0 })} />);
    expect(screen.queryByText(/Heat/u)).toBeNull();
    expect(container.querySelector("rect")).toBeNull();
  });
});

describe("authors", () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => `Author ${i + 1}`);

  test("968 of them are folded to a line and come on demand, from one button that keeps the focus", () => {
    render(<PaperItem paper={paper({ authors: many(968) })} />);
    expect(item().textContent).toContain("Author 1, Author 2, Author 3 + 965");
    expect(item().textContent).not.toContain("Author 4,");
    const button = screen.getByRole("button", { name: "+ 965 more authors" });
    expect(button.getAttribute("aria-expanded")).toBe("false");
    fireEvent.click(button);
    expect(item().textContent).toContain("Author 968");
    expect(screen.getByRole("button", { name: "fewer authors" })).toBe(button);
    expect(button.getAttribute("aria-expanded")).toBe("true");
    fireEvent.click(button);
    expect(item().textContent).not.toContain("Author 968");
  });

  test("four stay as they are, and none leaves no line", () => {
    const { container, rerender } = render(<PaperItem paper={paper({ authors: many(4) })} />);
    expect(item().textContent).toContain("Author 4");
    expect(screen.queryByRole("button", { name: /more authors/u })).toBeNull();
    rerender(<PaperItem paper={paper({ authors: [] })} />);
    expect(container.querySelector(".authors")).toBeNull();
  });
});

describe("abstract", () => {
  test("comes on demand, in arXiv's paragraphs", () => {
    const { container } = render(<PaperItem paper={paper({ abstract: "We do $a < b$.\n\nIt works." })} />);
    expect(screen.queryByText("It works.")).toBeNull();
    press("Abstract");
    expect([...container.querySelectorAll(".abstract p")].map((p) => p.textContent)).toEqual([
      "We do $a < b$.",
      "It works.",
    ]);
    const button = screen.getByRole("button", { name: "Abstract" });
    expect(button.getAttribute("aria-expanded")).toBe("true");
    expect(button.getAttribute("aria-controls")).toBe(container.querySelector(".abstract")?.id);
    press("Abstract");
    expect(screen.queryByText("It works.")).toBeNull();
  });

  test("that the index does not have leaves no button", () => {
    render(<PaperItem paper={paper()} />);
    expect(screen.queryByRole("button", { name: "Abstract" })).toBeNull();
  });
});

describe("posts", () => {
  test("none is said in words, without a button that would open nothing", () => {
    render(<PaperItem paper={paper()} />);
    expect(item().textContent).toContain("0 tweets");
    expect(screen.queryByRole("button", { name: /tweet/u })).toBeNull();
  });

  test("seven come on demand, each with author, handle, date, words and where it was posted", () => {
    const posts = Array.from({ length: 7 }, (_, i) =>
      post({ id: `${i}`, url: `https://twitter.com/ada/status/${i}`, text: `Words ${i}` }),
    );
    const { container } = render(<PaperItem paper={paper({ posts })} />);
    expect(screen.queryByText("Words 0")).toBeNull();
    press("7 tweets");
    const items = [...container.querySelectorAll(".post")];
    expect(items).toHaveLength(7);
    expect(items[6]?.textContent).toBe("Ada One @ada · 12 Aug 2021 Open on XWords 6");
    expect(
      within(items[6] as HTMLElement)
        .getByRole("link")
        .getAttribute("href"),
    ).toBe("https://twitter.com/ada/status/6");
  });

  test("those that only give the title are folded after the others", () => {
    const posts = [
      post({ id: "1", titleOnly: true, text: "A Paper About Something https://t.co/x" }),
      post({ id: "2", titleOnly: false, text: "Our new work!" }),
    ];
    const { container } = render(<PaperItem paper={paper({ posts })} />);
    press("2 tweets");
    const details = container.querySelector("details");
    expect(details?.open).toBe(false);
    expect(details?.querySelector("summary")?.textContent).toBe("1 more that only gives the title");
    expect(details?.textContent).toContain("A Paper About Something");
    expect(container.querySelector(".posts > ul")?.textContent).toContain("Our new work!");
  });

  test("with their words offer nothing", () => {
    render(<PaperItem paper={paper({ posts: [post({ text: "Hi" })] })} />);
    press("1 tweet");
    expect(screen.queryByText("Load the texts")).toBeNull();
  });

  test("right to left are set so in their language, and an unknown language is not made up", () => {
    const posts = [
      post({ id: "1", text: "مقاله تازه", lang: "fa", dir: "rtl" }),
      post({ id: "2", text: "abc", lang: "und" }),
    ];
    const { container } = render(<PaperItem paper={paper({ posts })} />);
    press("2 tweets");
    const [persian, unknown] = container.querySelectorAll(".words");
    expect([persian?.getAttribute("dir"), persian?.getAttribute("lang")]).toEqual(["rtl", "fa"]);
    expect([unknown?.getAttribute("dir"), unknown?.getAttribute("lang")]).toEqual(["ltr", null]);
  });

  test.each(["und", "zxx", "art", "qme", "qht"])("of the language %s say none", (lang) => {
    const { container } = render(<PaperItem paper={paper({ posts: [post({ text: "abc", lang })] })} />);
    press("1 tweet");
    expect(container.querySelector(".words")?.getAttribute("lang")).toBeNull();
  });

  test("have links where their words have addresses, and stay text otherwise", () => {
    const words = "Read https://a.example/x, not javascript:alert(1)";
    const { container } = render(<PaperItem paper={paper({ posts: [post({ text: words })] })} />);
    press("1 tweet");
    expect(container.querySelector(".words")?.textContent).toBe(words);
    const links = [...container.querySelectorAll(".words a")];
    expect(links.map((link) => [link.getAttribute("href"), link.getAttribute("rel")])).toEqual([
      ["https://a.example/x", "noopener noreferrer"],
    ]);
  });

  test("load nothing from Twitter", () => {
    const posts = [post({ text: "See pic.twitter.com/abc https://t.co/x" })];
    const { container } = render(<PaperItem paper={paper({ posts })} />);
    press("1 tweet");
    expect(container.querySelector("img, iframe, script, video, link")).toBeNull();
    expect(container.querySelectorAll(".words a")).toHaveLength(1);
  });

  test.each([
    ["bluesky", "Open on Bluesky"],
    ["hackernews", "Open on Hacker News"],
    ["huggingface", "Open on Hugging Face"],
  ] as const)("of %s say where their link goes", (network, words) => {
    render(<PaperItem paper={paper({ posts: [post({ network })], counts: [{ network }] })} />);
    press("1 post");
    expect(screen.getByText(words).getAttribute("aria-label")).toContain(`${words}: post by Ada One`);
  });
});

describe("what comes from outside stays text", () => {
  test.each([
    "Bounds on $\\mathcal{O}(n^2)$ and $a < b$",
    "Costs $' and $& and $1 and $$",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp;",
  ])("title %s", (title) => {
    const { container } = render(<PaperItem paper={paper({ title })} />);
    expect(screen.getByRole("heading").textContent).toBe(title);
    expect(screen.getByRole("link", { name: `pdf: ${title}` })).toBeTruthy();
    expect(container.querySelector("script, img, b")).toBeNull();
  });

  test("a post with a script in it or in its author's name is shown with it and runs nothing", () => {
    const script = "<script>alert(1)</script>";
    const { container } = render(
      <PaperItem paper={paper({ posts: [post({ text: script, author: { name: script, handle: "x" } })] })} />,
    );
    press("1 tweet");
    expect(container.querySelector(".words")?.textContent).toBe(script);
    expect(container.querySelector("script")).toBeNull();
  });

  test("a javascript: address is not a link", () => {
    render(<PaperItem paper={paper({ posts: [post({ url: "javascript:alert(1)", text: "Hi" })] })} />);
    press("1 tweet");
    expect(screen.getByText("Open on X").tagName).toBe("SPAN");
    for (const link of screen.getAllByRole("link")) expect(link.getAttribute("href")).toMatch(/^https:/u);
  });
});
