import { fireEvent, render, screen } from "@testing-library/preact";
import { describe, expect, test, vi } from "vitest";
import { PlainError } from "../../../lib/texts/plain-error.ts";
import { FeedsSection } from "../../../components/feeds/FeedsSection.tsx";
import type { FeedCheck, FeedStatus, FeedsStatus, LiveStatus } from "../../../lib/messages/messages.ts";
import type { FeedsActions, FeedsModel } from "../../../components/feeds/feeds-model.ts";

const AT = Date.UTC(2026, 10, 23, 8);

const feed = (more: Partial<FeedStatus> = {}): FeedStatus => ({
  id: "feed-1",
  address: "https://feed.example.org/v1/latest.json",
  host: "feed.example.org",
  title: "Made papers",
  on: true,
  removed: false,
  running: false,
  kind: "feed of digests",
  digests: 14,
  newest: "2026-11-20",
  waiting: 0,
  last: AT,
  next: AT + 12 * 3_600_000,
  state: { tone: "ok", text: "Up to date. Newest digest: 20 November 2026." },
  needsAccess: false,
  origins: ["https://feed.example.org/*"],
  aside: [],
  ...more,
});

const live = (more: Partial<LiveStatus> = {}): LiveStatus => ({
  on: true,
  running: false,
  alphaxiv: { on: false, origin: "https://api.alphaxiv.org/*" },
  digests: 3,
  newest: "2026-11-23",
  last: AT,
  next: AT + 24 * 3_600_000,
  state: { tone: "ok", text: "Up to date. Newest digest: 23 November 2026." },
  sources: [
    { name: "Bluesky", text: "is busy and asked us to wait, 23 Nov, 08:00", failed: true },
    { name: "Hugging Face", text: "answered, 23 Nov, 08:00", failed: false },
  ],
  ...more,
});

const status = (feeds: FeedStatus[], more: Partial<FeedsStatus> = {}): FeedsStatus => ({
  feeds,
  archive: { on: false, running: false, have: 0, days: 294, offer: true },
  bundled: [],
  live: live({ on: false, digests: 0 }),
  past: {},
  numbered: [],
  log: [],
  ...more,
});

const found = {
  ok: true,
  address: "https://feed.example.org/v1/latest.json",
  title: "Made papers",
  kind: "feed of digests",
  newest: "2026-11-20",
  digests: 14,
  papers: 25,
  origins: ["https://feed.example.org/*"],
  numbered: [],
  known: false,
} satisfies FeedCheck;

function show(model: Partial<FeedsModel>) {
  const actions = {
    onCheck: vi.fn(),
    onAdd: vi.fn(),
    onCancel: vi.fn(),
    onGrantForCheck: vi.fn(),
    onGrantFor: vi.fn(),
    onGrantAll: vi.fn(),
    onSwitch: vi.fn(),
    onMove: vi.fn(),
    onRefresh: vi.fn(),
    onRemove: vi.fn(),
    onUndo: vi.fn(),
    onFullTextsChoice: vi.fn(),
    onRemoveBundled: vi.fn(),
    onRestoreBundled: vi.fn(),
    onLive: vi.fn(),
    onAlphaxiv: vi.fn(),
    onLiveRefresh: vi.fn(),
    onLiveRemove: vi.fn(),
    onFillGap: vi.fn(),
    onBrought: vi.fn(),
  } satisfies FeedsActions;
  render(<FeedsSection model={{ add: { kind: "idle" }, ...model }} {...actions} />);
  return actions;
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));

describe("what a feed brought", () => {
  test("is counted when it is opened, and says what is not counted", async () => {
    const actions = show({ status: status([feed()]) });
    expect(actions.onBrought).not.toHaveBeenCalled();
    actions.onBrought.mockResolvedValue({
      papers: 342,
      digests: 14,
      newest: { date: "2026-11-20", papers: 28 },
    });
    const details = screen.getByText("What it brought").closest("details")!;
    details.open = true; // tells of it by "toggle", as in a browser
    await vi.waitFor(() =>
      expect(details.querySelector("p")?.textContent).toBe(
        "342 papers in 14 digests, each paper counted once. Newest digest: 20 November 2026 with 28 papers. " +
          "How often you see its badges on arXiv is not counted.",
      ),
    );
    expect(actions.onBrought).toHaveBeenCalledExactlyOnceWith("feed-1");
  });

  test("may be nothing yet, or not be known", async () => {
    const actions = show({ status: status([feed()]) });
    const details = screen.getByText("What it brought").closest("details")!;
    for (const [answer, words] of [
      [async () => ({ papers: 0, digests: 0 }), "Nothing yet."],
      [() => Promise.reject(new PlainError("the index is damaged")), "the index is damaged"],
    ] as const) {
      actions.onBrought.mockImplementationOnce(answer);
      details.open = true;
      await vi.waitFor(() => expect(details.querySelector("p")?.textContent).toContain(words));
      details.open = false;
    }
  });
});

describe("digests that came with the extension", () => {
  const sets: FeedsStatus["bundled"] = [
    {
      id: "archive",
      state: "whole",
      digests: 294,
      covered: [
        { from: "2020-06-29", to: "2021-08-26" },
        { from: "2022-01-13", to: "2022-01-13" },
      ],
    },
    { id: "huggingface", state: "deleted", digests: 0, covered: [] },
  ];

  test("say what each covers, and are removed and restored one by one", () => {
    const actions = show({ status: status([], { bundled: sets }) });
    expect(document.querySelector(".bundled")?.textContent).toContain(
      "294 digests · June 2020 to August 2021, 13 January 2022",
    );
    fireEvent.click(screen.getByRole("button", { name: "Remove: Hot Papers, by tweets" }));
    expect(actions.onRemoveBundled).toHaveBeenCalledExactlyOnceWith("archive");
    expect(document.querySelector(".bundled")?.textContent).toContain("It stays away until you restore it.");
    fireEvent.click(screen.getByRole("button", { name: "Restore: Daily papers of Hugging Face" }));
    expect(actions.onRestoreBundled).toHaveBeenCalledExactlyOnceWith("huggingface");
  });

  test("that are being read in have nothing to press", () => {
    const actions = show({
      status: status([], { bundled: sets.map((set) => ({ ...set, state: "importing" })) }),
    });
    for (const button of document.querySelectorAll<HTMLElement>(".bundled button")) fireEvent.click(button);
    expect(actions.onRemoveBundled).not.toHaveBeenCalled();
    expect(actions.onRestoreBundled).not.toHaveBeenCalled();
  });
});

describe("the section", () => {
  test("claims nothing before the worker has answered, and has nothing below that would move then", () => {
    show({});
    expect(screen.queryByText(/You have no feeds yet/u)).toBeNull();
    expect(screen.queryByRole("checkbox")).toBeNull();
  });

  test("without a feed says so", () => {
    show({ status: status([]) });
    expect(screen.getByText(/You have no feeds yet\. A feed brings digests/u)).toBeTruthy();
  });

  test("shows what could not be done", () => {
    show({ status: status([]), trouble: "There is no room left." });
    expect(screen.getByRole("alert").textContent).toBe("There is no room left.");
  });
});

describe("hosts that learn a number of this installation", () => {
  const name = "Allow, so that no number is sent";

  test("are told together, and allowed by one press", () => {
    const numbered = ["https://huggingface.co/*", "https://hn.algolia.com/*", "https://feed.example.org/*"];
    const { onGrantAll } = show({ status: status([feed()], { numbered }) });
    expect(
      screen.getByText(/Firefox sends huggingface\.co, hn\.algolia\.com, and feed\.example\.org/u),
    ).toBeTruthy();
    press(name);
    expect(onGrantAll).toHaveBeenCalledOnce();
  });

  test("are not mentioned while there are none", () => {
    show({ status: status([feed()]) });
    expect(screen.queryByRole("button", { name })).toBeNull();
  });
});

describe("adding a feed", () => {
  test("checks what was typed", () => {
    const { onCheck } = show({});
    const field = screen.getByLabelText<HTMLInputElement>("Address of a feed");
    fireEvent.input(field, { target: { value: "feed.example.org" } });
    fireEvent.submit(field.form as HTMLFormElement);
    expect(onCheck).toHaveBeenCalledWith("feed.example.org");
  });

  test("while the host is asked nothing can be pressed twice", () => {
    const { onCheck } = show({ add: { kind: "asking", typed: "feed.example.org" } });
    fireEvent.submit(screen.getByLabelText<HTMLInputElement>("Address of a feed").form as HTMLFormElement);
    expect(onCheck).not.toHaveBeenCalled();
    expect(screen.getByRole("button", { name: "Asking…" }).getAttribute("aria-disabled")).toBe("true");
  });

  test("shows kind, title, newest digest and number before it is added", () => {
    const { onAdd, onCancel } = show({ add: { kind: "answered", typed: "feed.example.org", found } });
    expect(screen.getByText("Made papers, feed of digests")).toBeTruthy();
    expect(
      screen.getByText(/Newest digest: 20 November 2026 with 25 papers\. 14 digests in all/u),
    ).toBeTruthy();
    press("Add this feed");
    expect(onAdd).toHaveBeenCalledOnce();
    press("Cancel");
    expect(onCancel).toHaveBeenCalledOnce();
  });

  test("says beside a feed that was found who would learn a number of this installation", () => {
    const numbered = ["https://feed.example.org/*", "https://cdn.example/*"];
    show({ add: { kind: "answered", typed: "x", found: { ...found, numbered } } });
    expect(screen.getByText(/Firefox sends feed\.example\.org and cdn\.example a number/u)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Add this feed" })).toBeTruthy();
  });

  test("a feed that is there already cannot be added twice", () => {
    show({ add: { kind: "answered", typed: "x", found: { ...found, known: true } } });
    expect(screen.queryByRole("button", { name: "Add this feed" })).toBeNull();
  });

  test("what is wrong comes with what to do, and permission is asked only if it would help", () => {
    const text = "closed.example.org answers, but lets only its own pages read what it says.";
    const { onGrantForCheck } = show({
      add: {
        kind: "answered",
        typed: "x",
        found: { ok: false, text, advice: "Allow it.", origin: "https://closed.example.org/*" },
      },
    });
    expect(screen.getByText(text)).toBeTruthy();
    press("Allow reading from closed.example.org");
    expect(onGrantForCheck).toHaveBeenCalledWith("https://closed.example.org/*");
  });

  test("other troubles ask for no permission", () => {
    show({
      add: { kind: "answered", typed: "x", found: { ok: false, text: "This is not a valid address." } },
    });
    expect(screen.queryByRole("button", { name: /Allow/u })).toBeNull();
  });
});

describe("a feed", () => {
  test("says how it is, when it was asked and when it will be", () => {
    show({ status: status([feed()]) });
    const item = screen.getByRole("listitem");
    expect(item.textContent).toContain("feed of digests · 14 digests");
    expect(item.textContent).toContain("Up to date. Newest digest: 20 November 2026.");
    expect(item.textContent).toMatch(/Asked 2[34] Nov, \d\d:\d\d · next about 2[34] Nov, \d\d:\d\d/u);
  });

  test("is switched, refreshed and removed", () => {
    const { onSwitch, onRefresh, onRemove } = show({ status: status([feed()]) });
    fireEvent.click(screen.getByRole("checkbox", { name: "Ask Made papers for new digests" }));
    expect(onSwitch).toHaveBeenCalledWith("feed-1", false);
    press("Refresh now");
    expect(onRefresh).toHaveBeenCalledWith("feed-1");
    press("Remove");
    expect(onRemove).toHaveBeenCalledWith("feed-1");
  });

  test("while it is refreshed, or is off, cannot be refreshed", () => {
    const { onRefresh } = show({
      status: status([feed({ running: true }), feed({ id: "feed-2", title: "Other", on: false })]),
    });
    press("Refreshing…");
    press("Refresh now");
    expect(onRefresh).not.toHaveBeenCalled();
    expect(screen.getByText(/Switched off. We do not ask it, and its digests stay/u)).toBeTruthy();
  });

  test("is moved up and down, not beyond the ends; a removed one has no place", () => {
    const { onMove } = show({
      status: status([feed(), feed({ id: "gone", removed: true }), feed({ id: "feed-2", title: "Other" })]),
    });
    press("Move Made papers up");
    expect(onMove).not.toHaveBeenCalled();
    press("Move Made papers down");
    expect(onMove).toHaveBeenLastCalledWith("feed-1", 1);
    press("Move Other up");
    expect(onMove).toHaveBeenLastCalledWith("feed-2", 0);
  });

  test("among others: all can be refreshed together", () => {
    const { onRefresh } = show({ status: status([feed(), feed({ id: "feed-2", title: "Other" })]) });
    press("Refresh all now");
    expect(onRefresh).toHaveBeenCalledWith();
  });

  test("removed, can come back", () => {
    const { onUndo } = show({ status: status([feed({ removed: true })]) });
    expect(screen.getByText("Made papers is removed, with its digests.")).toBeTruthy();
    press("Undo");
    expect(onUndo).toHaveBeenCalledWith("feed-1");
  });

  test("in trouble says what to do, lists files set aside with reasons, and asks for needed access", () => {
    const { onGrantFor } = show({
      status: status([
        feed({
          state: { tone: "bad", text: "It cannot be read.", advice: "Update the extension." },
          needsAccess: true,
          aside: [{ name: "2026-11-19", reason: "The day is missing." }],
        }),
      ]),
    });
    expect(screen.getByText("It cannot be read. Update the extension.")).toBeTruthy();
    expect(screen.getByText("1 file was set aside")).toBeTruthy();
    expect(screen.getByText(/The day is missing/u).textContent).toBe("2026-11-19 The day is missing.");
    press("Allow reading from feed.example.org");
    expect(onGrantFor).toHaveBeenCalledWith("feed-1", "https://feed.example.org/*");
  });
});

describe("the archive's words", () => {
  test("say how far they have come, and what is wrong", () => {
    const { onFullTextsChoice } = show({
      status: status([], {
        archive: {
          on: true,
          running: true,
          have: 62,
          days: 294,
          offer: false,
          problem: { text: "cdn.jsdelivr.net We cannot reach." },
        },
      }),
    });
    expect(screen.getByText("The texts of 62 of 294 days are here.")).toBeTruthy();
    expect(screen.getByText("cdn.jsdelivr.net We cannot reach.")).toBeTruthy();
    fireEvent.click(screen.getByRole("checkbox", { name: "Texts of the tweets" }));
    expect(onFullTextsChoice).toHaveBeenCalledWith(false);
  });
});

test("the log says when, which host and what came of it", () => {
  const line = { at: AT, host: "feed.example.org", outcome: "not changed", bytes: 1400 };
  show({ status: status([], { log: [line] }) });
  expect(screen.getByText(/^2[34] Nov, \d\d:\d\d · feed\.example\.org · not changed/u)).toBeTruthy();
});

describe("today, live", () => {
  test("off says what would be asked of whom before it is switched on", () => {
    const { onLive } = show({ status: status([]) });
    const box = screen.getByRole("checkbox", { name: "Today, live" });
    expect(box).toHaveProperty("checked", false);
    expect(
      screen.getByText(/Hugging Face, Hacker News and arXiv.*at most 5 requests.*never which papers/u),
    ).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Refresh now" })).toBeNull();
    fireEvent.click(box);
    expect(onLive).toHaveBeenCalledWith(true);
  });

  test("posts on X say what is asked of whom, and that this is undocumented, before they are on", () => {
    const { onAlphaxiv } = show({ status: status([]) });
    const box = screen.getByRole("checkbox", { name: "Posts on X, through alphaXiv" });
    expect(screen.getByText(/api\.alphaxiv\.org.*at most 32 requests a day.*not document/u)).toBeTruthy();
    fireEvent.click(box);
    expect(onAlphaxiv).toHaveBeenCalledWith(true);
  });

  test("on shows each network with how it answered, and the next time", () => {
    show({ status: status([], { live: live() }) });
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      "Bluesky is busy and asked us to wait, 23 Nov, 08:00",
      "Hugging Face answered, 23 Nov, 08:00",
    ]);
    expect(screen.getByText(/Asked.*next about/u)).toBeTruthy();
    expect(screen.queryByText(/You have no feeds yet/u)).toBeNull();
  });

  test("the button asks Bluesky too, and says from when on it can", () => {
    const { onLiveRefresh } = show({ status: status([], { live: live() }) });
    expect(
      screen.getByRole("button", { name: "Refresh now", description: /Bluesky’s search too/u }),
    ).toBeTruthy();
    press("Refresh now");
    expect(onLiveRefresh).toHaveBeenCalledOnce();
  });

  test("throttled it says until when", () => {
    show({ status: status([], { live: live({ searchAt: AT + 120_000 }) }) });
    expect(
      screen.getByRole("button", { name: "Refresh now", description: /again from 23 Nov, \d\d:02\./u }),
    ).toBeTruthy();
  });

  test("while it asks it cannot be asked again", () => {
    const { onLiveRefresh } = show({ status: status([], { live: live({ running: true }) }) });
    press("Refreshing…");
    expect(onLiveRefresh).not.toHaveBeenCalled();
  });

  test("switched off its lists stay until they are removed", () => {
    const { onLiveRemove } = show({ status: status([], { live: live({ on: false }) }) });
    press("Remove these lists");
    expect(onLiveRemove).toHaveBeenCalledOnce();
  });
});
