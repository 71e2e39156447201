import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ConversationEntry, LookReply } from "../../lib/messages/messages.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { AskError } from "../../lib/messages/ask.ts";
import { badgeMaker } from "../../lib/arxiv/badge/badge.ts";
import { type ConversationActions, openPanel } from "../../lib/arxiv/conversation/open-panel.ts";
import { listenForPresses, type OpenConversation } from "../../lib/arxiv/conversation/opener.ts";
import { coverAll, fire, noteRoots, press, rootOf } from "./as-browser.ts";
import { madeBadge, madeEntry, madePost } from "./made-badges.ts";
import { settled } from "../setup/settled.ts";

const openDay = vi.fn<(date: string) => Promise<void>>();
const loadTexts = vi.fn<ConversationActions["loadTexts"]>();
const conversation = vi.fn<ConversationActions["conversation"]>();
const lookNow = vi.fn<() => Promise<LookReply | null>>();
const load = vi.fn<() => Promise<OpenConversation>>();
let ended: AbortController;

const showPopover = vi.fn();

beforeEach(() => {
  Object.assign(HTMLElement.prototype, { showPopover: showPopover.mockReset() }); // jsdom has no popovers
  ended = new AbortController();
  openDay.mockReset().mockResolvedValue();
  loadTexts.mockReset();
  lookNow.mockReset();
  noteRoots();
  load
    .mockReset()
    .mockResolvedValue((opener, onClosed) =>
      openPanel(opener, { conversation, openDay, loadTexts, look: lookNow }, onClosed),
    );
  conversation.mockReset().mockResolvedValue([madeEntry()]);
});
afterEach(() => {
  ended.abort();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** A badge in the page. */
function mounted(look: "line" | "pill" = "line") {
  const badge = madeBadge("2108.90001");
  const { host, button } = badgeMaker(document)(badge, look);
  host.style.display = "block"; // what the manifest's style sheet does
  document.body.append(host);
  const presses = listenForPresses(document, load, ended.signal, () => {});
  presses.add(host, { id: badge.id, look, button });
  const root = host.shadowRoot as ShadowRoot;
  const inner = () => rootOf(root.querySelector("hot-paper-talk"));
  return { host, button, root, inner, panel: () => inner()?.querySelector<HTMLElement>(".talk") ?? null };
}

/** A conversation that is open and filled. */
async function opened(entries: ConversationEntry[], look: "line" | "pill" = "line") {
  conversation.mockResolvedValue(entries);
  const badge = mounted(look);
  press(badge.button);
  await settled();
  const panel = badge.panel();
  if (!panel) throw new Error("no panel");
  return { ...badge, panel };
}

const texts = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll(selector)].map((each) => each.textContent.replaceAll(/\s+/gu, " ").trim());

describe("opening and closing", () => {
  test("a press opens the panel after its button, says so, and says what it waits for", async () => {
    const { button, panel } = mounted();
    conversation.mockImplementation(() => settled().then(() => [madeEntry()]));
    press(button);
    await load.mock.results[0]?.value;
    expect(button.getAttribute("aria-expanded")).toBe("true");
    expect(button.getAttribute("aria-controls")).toBe(button.nextElementSibling?.id);
    expect(button.nextElementSibling?.shadowRoot, "nothing that a page script could read").toBeNull();
    expect(button.nextElementSibling).not.toBeNull();
    expect(panel()?.getAttribute("aria-busy")).toBe("true");
    expect(panel()?.textContent).toContain("Reading…");
    await settled();
    expect(panel()?.hasAttribute("aria-busy")).toBe(false);
    expect(panel()?.textContent).not.toContain("Reading…");
  });

  test("a second press closes it, the badge keeps the focus, and one button is left", async () => {
    const { button, root, panel } = await opened([madeEntry()]);
    press(button);
    expect(panel.isConnected).toBe(false);
    expect(button.getAttribute("aria-expanded")).toBe("false");
    expect(button.hasAttribute("aria-controls")).toBe(false);
    expect(root.activeElement).toBe(button);
    expect(root.querySelectorAll("button")).toHaveLength(1);
  });

  test("Escape closes it from within and gives the focus back to the badge", async () => {
    const { button, root, panel } = await opened([madeEntry()]);
    panel.querySelector("a")?.focus();
    fire(
      panel.querySelector("a") as Element,
      new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }),
    );
    expect(panel.isConnected).toBe(false);
    expect(root.activeElement).toBe(button);
  });

  test("Escape elsewhere on an abstract page is arXiv's own and closes nothing", async () => {
    const { panel } = await opened([madeEntry()]);
    fire(document.body, new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect(panel.isConnected).toBe(true);
  });

  test("on a list it is a native popover, closed by Escape wherever the focus is", async () => {
    const { panel, button, root } = await opened([madeEntry()], "pill");
    expect(panel.popover ?? panel.getAttribute("popover")).toBe("auto");
    expect(showPopover).toHaveBeenCalledOnce();
    fire(document.body, new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect(panel.isConnected).toBe(false);
    expect(root.activeElement).toBe(button);
  });

  test("a press on an open popover's badge closes it, though the press itself dismisses it first", async () => {
    const { panel, button, root } = await opened([madeEntry()], "pill");
    fire(button, new Event("pointerdown", { bubbles: true, composed: true }));
    fire(panel, Object.assign(new Event("toggle"), { newState: "closed" }));
    press(button);
    expect(root.querySelector("hot-paper-talk")).toBeNull();
    press(button);
    await settled();
    expect(root.querySelector("hot-paper-talk"), "the next press opens it again").not.toBeNull();
  });

  test("presses within the panel neither close nor open anything", async () => {
    const { panel } = await opened([madeEntry()]);
    press(panel);
    press(panel.querySelector("h2"));
    expect(panel.isConnected).toBe(true);
    expect(conversation).toHaveBeenCalledOnce();
  });

  test("a line that came late takes its room once it is opened", async () => {
    const { host, button } = mounted();
    host.toggleAttribute("data-late", true);
    press(button);
    await settled();
    expect(host.hasAttribute("data-late")).toBe(false);
  });

  test("is as dark as its badge and follows it: the page's own theme counts before its background", async () => {
    const { host, panel } = await opened([madeEntry()]);
    const root = document.documentElement;
    const isDark = async () => {
      await settled();
      return panel.classList.contains("dark");
    };
    expect(await isDark()).toBe(false);
    host.toggleAttribute("data-dark", true);
    expect(await isDark()).toBe(true);
    root.setAttribute("data-theme", "light");
    expect(await isDark()).toBe(false);
    host.toggleAttribute("data-dark", false);
    root.setAttribute("data-theme", "dark");
    expect(await isDark()).toBe(true);
    root.removeAttribute("data-theme");
    expect(await isDark()).toBe(false);
  });

  test("after the end of the page script presses do nothing", async () => {
    const { button, panel } = mounted();
    ended.abort();
    press(button);
    await settled();
    expect(panel()).toBeNull();
  });

  test.each(["line", "pill"] as const)(
    "the end of the page script closes a %s's conversation; the next Escape is the page's",
    async (look) => {
      const { panel, button } = await opened([madeEntry()], look);
      ended.abort();
      expect(panel.isConnected).toBe(false);
      expect(button.getAttribute("aria-expanded")).toBe("false");
      const escape = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
      fire(document.body, escape);
      expect(escape.defaultPrevented).toBe(false);
    },
  );

  test("pressed again before it is there, it does not come; pressed once more, it does", async () => {
    const { button, panel } = mounted();
    press(button);
    press(button);
    await settled();
    expect(panel()).toBeNull();
    press(button);
    await settled();
    expect(panel()).not.toBeNull();
  });

  test("what arrives after closing is dropped", async () => {
    const { button, root } = mounted();
    conversation.mockImplementation(() => settled().then(() => [madeEntry()]));
    press(button);
    await load.mock.results[0]?.value;
    press(button);
    await settled();
    await settled();
    expect(root.querySelector("hot-paper-talk")).toBeNull();
  });

  test.each(["pointerover", "focusin"])("its script is fetched on %s of the badge, once", async (type) => {
    const { button, host } = mounted();
    fire(host, new Event(type, { bubbles: true, composed: true }));
    expect(load).not.toHaveBeenCalled();
    fire(button, new Event(type, { bubbles: true, composed: true }));
    fire(button, new Event(type, { bubbles: true, composed: true }));
    press(button);
    await settled();
    expect(load).toHaveBeenCalledOnce();
  });
});

describe("what it says", () => {
  test("every entry, newest first: rank, day, figures, and a button to that day's list", async () => {
    const entries = [madeEntry({ date: "2021-08-13", rank: 7 }), madeEntry()];
    const { panel } = await opened(entries);
    expect(texts(panel, "h3")).toEqual([
      "7th of 11 on Friday, 13 August 2021",
      "3rd of 11 on Thursday, 12 August 2021",
      "Now",
    ]);
    expect(texts(panel, ".figures")).toEqual([
      "288 retweets · 52 favorites · 1 tweet",
      "288 retweets · 52 favorites · 1 tweet",
    ]);
    press(panel.querySelectorAll(".entry button")[1]);
    expect(openDay.mock.calls).toEqual([["2021-08-12"]]);
  });

  test("'How is this counted?' is closed at first and says retweets are very probably too high", async () => {
    const { panel } = await opened([madeEntry()]);
    const counted = panel.querySelector<HTMLDetailsElement>("details.counted");
    expect(counted?.open).toBe(false);
    expect(counted?.textContent).toContain("very probably too high");
  });

  test("but says nothing of retweets if Twitter was not counted", async () => {
    const { panel } = await opened([madeEntry({ counts: [{ network: "bluesky", likes: 9 }] })]);
    expect(panel.textContent).not.toContain("retweet");
  });

  test("posts with words of their own come first, those that only give the title are folded", async () => {
    const posts = [
      madePost({ titleOnly: true, text: "On Pages That We Wrote Ourselves" }),
      madePost({ author: { name: "Ben", handle: "ben" }, text: "Read this." }),
      madePost({ titleOnly: true }),
    ];
    const { panel } = await opened([madeEntry({ posts })]);
    expect(texts(panel, "article > ul .who")).toEqual(["Ben @ben · 11 Aug 2021"]);
    expect(texts(panel, ".titles > summary")).toEqual(["2 more that only give the title"]);
    expect(panel.querySelectorAll(".titles li")).toHaveLength(2);
    expect(panel.querySelector<HTMLDetailsElement>(".titles")?.open).toBe(false);
  });

  test.each(["und", "zxx", "qme"])(
    "a post of the language %s says none: a reader would guess by it",
    async (lang) => {
      const { panel } = await opened([madeEntry({ posts: [madePost({ text: "abc", lang })] })]);
      expect(panel.querySelector(".words")?.hasAttribute("lang")).toBe(false);
    },
  );

  test("the number of posts that only give the title is formatted for people", async () => {
    const posts = Array.from({ length: 1001 }, () => madePost({ titleOnly: true }));
    const { panel } = await opened([madeEntry({ posts })]);
    expect(texts(panel, ".titles > summary")).toEqual(["1,001 posts that only give the title"]);
  });

  test("a post keeps its line breaks, its language and its direction", async () => {
    const post = madePost({ text: "سطر\nسطر آخر", lang: "ar", dir: "rtl" });
    const { panel } = await opened([madeEntry({ posts: [post] })]);
    const words = panel.querySelector<HTMLElement>(".words");
    expect([words?.textContent, words?.lang, words?.dir]).toEqual([post.text, "ar", "rtl"]);
  });

  test("addresses in a post are links without a referrer", async () => {
    const post = madePost({ text: "See https://a.example/x." });
    const { panel } = await opened([madeEntry({ posts: [post] })]);
    expect(panel.querySelector(".words")?.textContent).toBe(post.text);
    const link = panel.querySelector<HTMLAnchorElement>(".words a");
    expect([link?.href, link?.rel, link?.target]).toEqual([
      "https://a.example/x",
      "noopener noreferrer",
      "_blank",
    ]);
  });

  test("a post links to its source: new tab, no referrer, its author in the link's name", async () => {
    const { panel } = await opened([madeEntry()]);
    const link = panel.querySelector(".post a");
    expect(link?.getAttribute("href")).toBe("https://twitter.com/example/status/1");
    expect(link?.getAttribute("target")).toBe("_blank");
    expect(link?.getAttribute("rel")).toBe("noopener noreferrer");
    expect(link?.textContent).toBe("Open on X");
    expect(link?.getAttribute("aria-label")).toBe("Open on X: post by Ada Example, in a new tab");
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "//", ""])(
    "an address like %j is not a link, and the post is shown all the same",
    async (url) => {
      const { panel } = await opened([madeEntry({ posts: [madePost({ url })] })]);
      expect(panel.querySelector(".post a")).toBeNull();
      expect(texts(panel, ".words")).toEqual(["Words of her own."]);
    },
  );

  test("markup in names and posts stays text", async () => {
    const bad = '<script>alert(1)</script><img src=x onerror="alert(1)">';
    const post = madePost({ text: bad, author: { name: bad, handle: bad } });
    const { panel } = await opened([madeEntry({ posts: [post], title: bad })]);
    expect(panel.querySelectorAll("script, img")).toHaveLength(0);
    expect(panel.querySelector(".words")?.textContent).toBe(bad);
  });

  describe("if texts are missing", () => {
    const { text: _, ...fact } = madePost();
    const without = [madeEntry({ posts: [fact, fact] }), madeEntry({ date: "2021-08-10", posts: [fact] })];
    const button = (panel: HTMLElement) => panel.querySelector<HTMLButtonElement>(".texts button");

    test("they are offered once with what is fetched from where; nothing is asked before the press", async () => {
      const { panel } = await opened(without);
      expect(texts(panel, ".texts")).toHaveLength(1);
      expect(texts(panel, ".texts")[0]).toMatch(
        /cdn\.jsdelivr\.net, in whole months.*Never a file about one paper/u,
      );
      expect(loadTexts).not.toHaveBeenCalled();
      expect(panel.querySelectorAll(".post a")).toHaveLength(3);
    });

    test("a press brings them into the open conversation, and the offer gives way to what follows", async () => {
      const words = madePost({ text: "Worth a read" });
      loadTexts.mockResolvedValue(without.map((entry) => ({ ...entry, posts: [words] })));
      const { panel } = await opened(without);
      press(button(panel));
      expect(button(panel)?.textContent).toBe("Loading…");
      press(button(panel));
      await settled();
      expect(loadTexts).toHaveBeenCalledExactlyOnceWith("2108.90001");
      expect(texts(panel, ".words")).toEqual(["Worth a read", "Worth a read"]);
      expect(panel.querySelectorAll("article")).toHaveLength(2);
      expect(button(panel)).toBeNull();
      expect(texts(panel, ".texts [role=status]")[0]).toMatch(/^The texts are here\./u);
    });

    test("what the archive does not have is said", async () => {
      loadTexts.mockResolvedValue(without);
      const { panel } = await opened(without);
      press(button(panel));
      await settled();
      expect(texts(panel, ".texts [role=status]")).toEqual(["There is no text for some of these posts."]);
    });

    test("what went wrong is said in place, and can be tried again", async () => {
      loadTexts.mockRejectedValue(new AskError("failed", "There is no network."));
      const { panel } = await opened(without);
      press(button(panel));
      await settled();
      expect(texts(panel, ".texts [role=status]")).toEqual(["There is no network."]);
      expect([button(panel)?.textContent, button(panel)?.ariaDisabled]).toEqual(["Load the texts", null]);
      expect(panel.querySelectorAll(".post")).toHaveLength(3);
    });

    test("a press by a script of the page fetches nothing", async () => {
      const { panel } = await opened(without);
      button(panel)?.click();
      await settled();
      expect(loadTexts).not.toHaveBeenCalled();
    });
  });

  test("an entry without posts says that the digest links none", async () => {
    const { panel } = await opened([madeEntry({ posts: [] })]);
    expect(texts(panel, ".note")).toEqual(["This digest has no posts about it."]);
  });

  test("links to look further are plain links", async () => {
    const { panel } = await opened([madeEntry()]);
    const links = [...panel.querySelectorAll("footer a")];
    expect(links.map((link) => link.textContent)).toEqual([
      "alphaXiv",
      "Hugging Face",
      "Semantic Scholar",
      "Hacker News",
    ]);
    for (const link of links) expect(link.getAttribute("href")).toContain("2108.90001");
  });
});

describe("copying", () => {
  const copyButtons = (panel: HTMLElement) => [...panel.querySelectorAll<HTMLButtonElement>("footer button")];

  test("copies link, Markdown and BibTeX, and announces it", async () => {
    const copied: string[] = [];
    vi.stubGlobal("navigator", { clipboard: { writeText: async (text: string) => copied.push(text) } });
    const { panel } = await opened([madeEntry({ title: "A $p$-adic Garden $'$" })]);
    const status = panel.querySelector("[role=status]");
    expect(status?.textContent).toBe("");
    for (const button of copyButtons(panel)) press(button);
    await settled();
    expect(copied[0]).toBe("https://arxiv.org/abs/2108.90001");
    expect(copied[1]).toMatch(/^\[A \$p\$-adic Garden \$'\$\]\(https:/u);
    expect(copied[2]).toContain("title={A $p$-adic Garden $'$}");
    expect(status?.textContent).toBe("Copied");
  });

  test("says so when the browser refuses", async () => {
    vi.stubGlobal("navigator", { clipboard: { writeText: () => Promise.reject(new Error("no")) } });
    const { panel } = await opened([madeEntry()]);
    press(copyButtons(panel)[0]);
    await settled();
    expect(panel.querySelector("[role=status]")?.textContent).toBe("Could not copy");
  });
});

describe("when something fails", () => {
  test("if its script does not load, the badge says so, and the next press tries again", async () => {
    const { button, panel } = mounted();
    load.mockRejectedValueOnce(new Error("gone"));
    press(button);
    await settled();
    expect(panel()).toBeNull();
    expect(texts(button, "[role=alert]")).toEqual(["Could not read this. Reload the page."]);
    press(button);
    await settled();
    expect(panel()).not.toBeNull();
  });

  test("if the index does not answer, an alert in place says so", async () => {
    const { button, panel } = mounted();
    conversation.mockRejectedValue(new Error("gone"));
    press(button);
    await settled();
    expect(panel()?.querySelector("[role=alert]")?.textContent).toBe("Could not read this. Reload the page.");
    expect(panel()?.hasAttribute("aria-busy")).toBe(false);
    expect(panel()?.textContent).not.toContain("Reading…");
  });

  test("on a downgrade it says to update, as the background does, and not to reload", async () => {
    const { button, panel } = mounted();
    const why = "A newer version of this extension wrote the index. Update the extension.";
    conversation.mockRejectedValue(new AskError("failed", why));
    press(button);
    await settled();
    expect(panel()?.querySelector("[role=alert]")?.textContent).toBe(why);
  });

  test("a paper that has left the index is told apart from a failure", async () => {
    const { panel } = await opened([]);
    expect(panel.textContent).toContain("no longer in the index");
    expect(panel.querySelector("[role=alert]")).toBeNull();
  });

  test("a day's list that cannot be opened is reported where the press was", async () => {
    const { panel } = await opened([madeEntry()]);
    openDay.mockRejectedValue(new Error("gone"));
    press(panel.querySelector(".entry button"));
    await settled();
    expect(panel.querySelectorAll("[role=alert]")).toHaveLength(1);
  });
});

describe("an entry of Hugging Face's digests", () => {
  const upvoted = madeEntry({
    date: "2026-08-06",
    counts: [{ network: "huggingface", upvotes: 52, at: "2026-08-08T00:40:03" }],
    posts: [],
  });

  test("says its figure in the network's own word, and nothing of posts, which were not counted", async () => {
    const { panel } = await opened([upvoted]);
    expect(panel.querySelector(".chips")?.textContent).toMatch(/52 upvotes.*counted 8 Aug/su);
    expect(panel.textContent).not.toMatch(/posts|tweets|no posts about/u);
  });

  test("is explained: whose figures, of when, and that Today’s are higher; nothing of retweets", async () => {
    const { panel } = await opened([upvoted]);
    const counted = panel.querySelector(".counted")?.textContent;
    expect(counted).toMatch(/upvotes are Hugging Face’s, as they stood when they were counted/u);
    expect(counted).toContain("Today’s are higher.");
    expect(counted).not.toContain("retweets");
  });
});

describe("an entry of a list of papers, which counts nothing", () => {
  test("has the list's name in place of figures, and nothing of posts or retweets", async () => {
    const { panel } = await opened([madeEntry({ counts: [], posts: [], list: "Things of the week" })]);
    expect(panel.querySelector(".figures")?.textContent).toBe("Things of the week");
    expect(panel.textContent).not.toMatch(/posts|tweets|links no post/u);
  });
});

describe("several networks", () => {
  const counts: ConversationEntry["counts"] = [
    { network: "bluesky", reposts: 12, likes: 40, at: "2026-11-23T08:00:00" },
    { network: "hackernews", points: 143, comments: 51, at: "2026-11-23T08:00:00" },
  ];
  const at = "2026-11-23T08:00:00";

  test("have a line each: figures with rank and age, a dash if unknown, why one did not answer", async () => {
    const { panel } = await opened([
      madeEntry({
        counts,
        ranks: { bluesky: 3, hackernews: 1 },
        sources: [
          { source: "bluesky", state: "ok", at },
          { source: "huggingface", state: "failed", reason: "timeout", at },
          { source: "hackernews", state: "ok", at },
        ],
      }),
    ]);
    expect(texts(panel, ".chips li")).toEqual([
      "Bs3rd12 reposts · 40 likesBluesky, counted 23 Nov, 08:00",
      "HF?Hugging Face took too long",
      "HN1st143 points · 51 commentsHacker News, counted 23 Nov, 08:00",
    ]);
    expect(panel.querySelector(".counted")?.textContent).toContain("mixed rank");
  });

  test("lead to where people discuss the paper; votes alone are not followed by '0 posts'", async () => {
    const { panel } = await opened([
      madeEntry({
        id: "2611.00001" as PaperId,
        counts: [{ network: "huggingface", upvotes: 312 }],
        posts: [],
      }),
    ]);
    const link = panel.querySelector<HTMLAnchorElement>(".chips a");
    expect([link?.href, link?.title]).toEqual([
      "https://huggingface.co/papers/2611.00001",
      "Open on Hugging Face",
    ]);
    expect(panel.textContent).not.toMatch(/0 posts|no posts about/u);
  });

  test("leave no empty list if the reader hides figures", async () => {
    const { panel } = await opened([madeEntry({ counts: counts.map(({ network }) => ({ network })) })]);
    expect(panel.querySelector(".chips")).toBeNull();
    expect(panel.querySelectorAll(".post").length).toBeGreaterThan(0);
  });
});

describe("look now", () => {
  const pressOf = (panel: HTMLElement) =>
    panel.querySelector<HTMLButtonElement>(".press") as HTMLButtonElement;

  test("says first who will learn which paper, and asks no network until it is pressed", async () => {
    const { panel } = await opened([madeEntry()]);
    expect(texts(panel, ".look p")[0]).toMatch(
      /Asks Bluesky, Hugging Face and Hacker News.*They will learn/u,
    );
    expect(lookNow).not.toHaveBeenCalled();
  });

  test("asks no network if a script made the press, or if the button was not in plain sight", async () => {
    const { panel } = await opened([madeEntry()]);
    pressOf(panel).click();
    coverAll();
    const hidden = await opened([madeEntry()]);
    press(pressOf(hidden.panel));
    await settled();
    expect(lookNow).not.toHaveBeenCalled();
    expect(pressOf(panel).textContent).toBe("Look now");
    expect(texts(panel, ".refused")).toEqual([]);
    expect(texts(hidden.panel, ".refused")[0]).toContain("nothing was done");
  });

  test("shows what each network says, with its posts' words", async () => {
    lookNow.mockResolvedValue({
      at: Date.UTC(2026, 10, 23, 8),
      networks: [
        {
          network: "bluesky",
          state: "known",
          counts: { network: "bluesky", reposts: 1, likes: 2, at: "2026-11-23T08:00:00" },
          posts: [madePost({ network: "bluesky", text: "Now that is something" })],
        },
        { network: "huggingface", state: "unknown" },
        { network: "hackernews", state: "failed", reason: "unreachable" },
      ],
    });
    const { panel } = await opened([madeEntry()]);
    press(pressOf(panel));
    expect(pressOf(panel).textContent).toBe("Asking…");
    press(pressOf(panel));
    await settled();
    expect(lookNow).toHaveBeenCalledOnce();
    expect(texts(panel, ".look .chips li")).toEqual([
      "Bs1 repost · 2 likesBluesky, counted 23 Nov, 08:00",
      "HF–Hugging Face: nothing known",
      "HN?Hacker News did not answer",
    ]);
    expect(texts(panel, ".look .words")).toEqual(["Now that is something"]);
    expect(pressOf(panel).textContent).toBe("Look now");
  });

  test("says where the reader's consent is asked for first, and can be pressed again after it", async () => {
    lookNow
      .mockResolvedValueOnce(null)
      .mockResolvedValueOnce({ at: Date.UTC(2026, 10, 23, 8), networks: [] });
    const { panel } = await opened([madeEntry()]);
    press(pressOf(panel));
    await settled();
    expect(texts(panel, ".look .state")).toEqual([
      "Firefox asks for your permission first. Press “Look now” in the tab that has opened.",
    ]);
    press(pressOf(panel));
    await settled();
    expect(texts(panel, ".look .state")).toEqual([]);
    expect(panel.querySelector(".look")?.textContent).toContain("Asked");
  });

  test("that could not be done says so, and can be pressed again", async () => {
    lookNow.mockRejectedValue(new Error("gone"));
    const { panel } = await opened([madeEntry()]);
    press(pressOf(panel));
    await settled();
    expect(panel.querySelector(".look .state")).not.toBeNull();
    expect(pressOf(panel).ariaDisabled).toBeNull();
  });
});
