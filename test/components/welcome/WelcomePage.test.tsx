import { fireEvent, render, screen } from "@testing-library/preact";
import { describe, expect, test, vi } from "vitest";
import { NewsNotice } from "../../../components/popup/NewsNotice.tsx";
import { EXAMPLE } from "../../../components/welcome/example.ts";
import { WelcomePage } from "../../../components/welcome/WelcomePage.tsx";
import { heatOf } from "../../../lib/digest/heat.ts";
import type { LiveStatus } from "../../../lib/messages/messages.ts";
import type { WelcomeModel } from "../../../components/welcome/welcome-model.ts";
import { bundledDigests } from "../../digest/bundled-digests.ts";

const live: LiveStatus = {
  on: false,
  running: false,
  alphaxiv: { on: false, origin: "https://api.alphaxiv.org/*" },
  digests: 0,
  state: { tone: "plain", text: "Not asked yet." },
  sources: [],
};
const ready: WelcomeModel = { access: true, popupKey: "Alt+Shift+H", onToolbar: false, live };

function show(change: Partial<WelcomeModel> = {}) {
  const props = {
    model: { ...ready, ...change },
    listUrl: "archive.html",
    optionsUrl: "options.html#feeds",
    onGrantAccess: vi.fn(),
    onStartToday: vi.fn(),
  };
  return { ...render(<WelcomePage {...props} />), props };
}
const words = () => document.body.textContent;
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("the example is what the archive says", () => {
  const day = bundledDigests("archive").find(({ date }) => date === EXAMPLE.date);
  const entry = day?.papers.find(({ id }) => id === EXAMPLE.id);
  if (!day || !entry) throw new Error("the archive does not have it");
  expect(EXAMPLE).toMatchObject({
    rank: entry.rank,
    of: day.papers.length,
    title: entry.title,
    authors: entry.authors,
    posts: entry.posts.length,
    heat: heatOf(entry.counts, day.date, undefined),
  });
  expect(entry.counts).toMatchObject(EXAMPLE.counts);
});

describe("the page", () => {
  test("shows a badge as arXiv's pages have it, with the way there", () => {
    show();
    expect(words()).toContain("1st of 11 on 12 Aug 2021 · 3,135 retweets · 247 favorites · 1 tweet");
    expect(screen.getByRole("link", { name: /See it on arXiv/u }).getAttribute("href")).toBe(
      "https://arxiv.org/abs/2108.04840",
    );
  });

  test("says what never happens, and that it opens once", () => {
    show();
    for (const part of [
      "The address of a page",
      "only after you switch on what needs it",
      "Updates never open a page",
    ])
      expect(words()).toContain(part);
  });

  test("is there before anything is known", () => {
    render(<WelcomePage {...show().props} model={{}} />);
    expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(2);
  });
});

describe("access to arXiv", () => {
  test("that the browser has not given is asked for", () => {
    const { props } = show({ access: false });
    press("Allow on arXiv");
    expect(props.onGrantAccess).toHaveBeenCalledOnce();
    expect(words()).not.toContain("lets Hot Papers run");
  });

  test("that is given is said", () => {
    show();
    expect(words()).toContain("lets Hot Papers run on arXiv");
    expect(screen.queryByRole("button", { name: "Allow on arXiv" })).toBeNull();
  });
});

describe("the button", () => {
  test.each([
    [true, "in your browser’s toolbar"],
    [false, "Pin it there"],
    [undefined, "Pin it there"],
  ])("pinned: %s", (onToolbar, expected) => {
    const { onToolbar: _, ...rest } = ready;
    render(
      <WelcomePage {...show().props} model={{ ...rest, ...(onToolbar !== undefined && { onToolbar }) }} />,
    );
    expect(words()).toContain(expected);
  });
});

describe("today's list", () => {
  test("is one press, after what is asked of whom", () => {
    const { props } = show();
    expect(words()).toContain("Hugging Face");
    press("Show today’s list");
    expect(props.onStartToday).toHaveBeenCalledOnce();
  });

  test("is being asked for", () => {
    show({ live: { ...live, on: true, running: true } });
    expect(words()).toContain("Asking the networks…");
    expect(screen.queryByRole("button", { name: "Show today’s list" })).toBeNull();
  });

  test("is there", () => {
    show({ live: { ...live, on: true, digests: 1, state: { tone: "ok", text: "Fresh." } } });
    expect(screen.getByRole("link", { name: "Open today’s list" }).getAttribute("href")).toBe("archive.html");
  });

  test("did not come: the reason and what to do", () => {
    show({ live: { ...live, on: true, state: { tone: "bad", text: "No network.", advice: "Try later." } } });
    expect(words()).toContain("No network. Try later.");
    expect(screen.queryByRole("link", { name: "Open today’s list" })).toBeNull();
  });

  test("could not be switched on", () => {
    show({ trouble: "no room on the disk" });
    expect(screen.getByRole("alert").textContent).toContain("no room on the disk");
  });
});

describe("news of an update", () => {
  test("are not shown if there are none", () => {
    const { container } = render(<NewsNotice news={[]} onDismiss={vi.fn()} />);
    expect(container.innerHTML).toBe("");
  });

  test("are told until they are dismissed", () => {
    const onDismiss = vi.fn();
    render(<NewsNotice news={[{ version: "1.0.0", text: "news_1_0_0" }]} onDismiss={onDismiss} />);
    expect(words()).toContain("New in 1.0.0:");
    press("Got it");
    expect(onDismiss).toHaveBeenCalledOnce();
  });
});
