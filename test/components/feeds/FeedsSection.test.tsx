import { fireEvent, render, screen } from "@testing-library/preact";
import { describe, expect, test, vi } from "vitest";
import { FeedsSection } from "../../../components/feeds/FeedsSection.tsx";
import type { FeedCheck, FeedStatus, FeedsStatus, LiveStatus } from "../../../lib/messages/messages.ts";
import type { FeedsActions, FeedsModel } from "../../../lib/reader/feeds-model.ts";

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
  aside: [],
  ...more,
});

const live = (more: Partial<LiveStatus> = {}): LiveStatus => ({
  on: true,
  running: false,
  digests: 3,
  newest: "2026-11-23",
  last: AT,
  next: AT + 24 * 3_600_000,
  state: { tone: "ok", text: "Up to date. Newest digest: 23 November 2026." },
  sources: [
    { name: "Bluesky", text: "wants fewer questions, 23 Nov, 08:00", failed: true },
    { name: "Hugging Face", text: "answered, 23 Nov, 08:00", failed: false },
  ],
  ...more,
});

const status = (feeds: FeedStatus[], more: Partial<FeedsStatus> = {}): FeedsStatus => ({
  feeds,
  archive: { on: false, running: false, have: 0, days: 294, offer: true },
  live: live({ on: false, digests: 0 }),
  log: [],
  ...more,
});

const found: FeedCheck = {
  ok: true,
  address: "https://feed.example.org/v1/latest.json",
  title: "Made papers",
  kind: "feed of digests",
  newest: "2026-11-20",
  digests: 14,
  papers: 25,
  known: false,
};

function show(model: Partial<FeedsModel>) {
  const actions = {
    onCheck: vi.fn(),
    onAdd: vi.fn(),
    onCancel: vi.fn(),
    onGrantForCheck: vi.fn(),
    onGrantFor: vi.fn(),
    onSwitch: vi.fn(),
    onMove: vi.fn(),
    onRefresh: vi.fn(),
    onRemove: vi.fn(),
    onUndo: vi.fn(),
    onArchiveWords: vi.fn(),
    onLive: vi.fn(),
    onLiveRefresh: vi.fn(),
    onLiveRemove: vi.fn(),
  } satisfies FeedsActions;
  render(<FeedsSection model={{ add: { kind: "idle" }, ...model }} {...actions} />);
  return actions;
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));

describe("the section", () => {
  test("before the worker has told claims nothing, and has nothing below what would move then", () => {
    show({});
    expect(screen.queryByText(/No feed yet/u)).toBeNull();
    expect(screen.queryByRole("checkbox")).toBeNull();
  });

  test("without a feed says so", () => {
    show({ status: status([]) });
    expect(screen.getByText(/No feed yet\. Without one the extension asks nobody/u)).toBeTruthy();
  });

  test("shows what could not be done", () => {
    show({ status: status([]), trouble: "There is no room left." });
    expect(screen.getByRole("alert").textContent).toBe("There is no room left.");
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

  test("a feed that is there already cannot be added twice", () => {
    show({ add: { kind: "answered", typed: "x", found: { ...found, known: true } } });
    expect(screen.queryByRole("button", { name: "Add this feed" })).toBeNull();
  });

  test("what is wrong comes with what to do, and permission is asked only where it would help", () => {
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
    show({ add: { kind: "answered", typed: "x", found: { ok: false, text: "This is no address." } } });
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
    fireEvent.click(screen.getByRole("checkbox", { name: "Ask Made papers for news" }));
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
    expect(screen.getByText(/Switched off: it is not asked, and its digests stay/u)).toBeTruthy();
  });

  test("is moved up and down, not beyond the ends; a removed one has no place", () => {
    const { onMove } = show({
      status: status([feed(), feed({ id: "gone", removed: true }), feed({ id: "feed-2", title: "Other" })]),
    });
    press("Prefer Made papers");
    expect(onMove).not.toHaveBeenCalled();
    press("Prefer Made papers less");
    expect(onMove).toHaveBeenLastCalledWith("feed-1", 1);
    press("Prefer Other");
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

  test("in trouble says what to do; files set aside are listed with the reason; access is asked where it is needed", () => {
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
    const { onArchiveWords } = show({
      status: status([], {
        archive: {
          on: true,
          running: true,
          have: 62,
          days: 294,
          offer: false,
          problem: { text: "cdn.jsdelivr.net cannot be reached." },
        },
      }),
    });
    expect(screen.getByText("Words of 62 of 294 days are here.")).toBeTruthy();
    expect(screen.getByText("cdn.jsdelivr.net cannot be reached.")).toBeTruthy();
    fireEvent.click(screen.getByRole("checkbox", { name: "Words of the archive" }));
    expect(onArchiveWords).toHaveBeenCalledWith(false);
  });
});

test("the log says when, whom and what came of it", () => {
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

  test("on shows each network with how it answered, and the next time", () => {
    show({ status: status([], { live: live() }) });
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      "Bluesky wants fewer questions, 23 Nov, 08:00",
      "Hugging Face answered, 23 Nov, 08:00",
    ]);
    expect(screen.getByText(/Asked.*next about/u)).toBeTruthy();
    expect(screen.queryByText(/No feed yet/u)).toBeNull();
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
      screen.getByRole("button", { name: "Refresh now", description: /again from 23 Nov, \d\d:02 on/u }),
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
