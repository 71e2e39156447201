import { AskError } from "../../lib/messages/ask.ts";
import { describe, expect, test, vi } from "vitest";
import type { PastStatus } from "../../lib/messages/messages.ts";
import { createInvitation } from "../../lib/hot-list/state/invitation.ts";
import type { TodayState } from "../../lib/settings/today.ts";

const TODAY = "2026-11-28";
const OLD = "2026-08-07";
const OFF: TodayState = { on: false, filling: false };
const ON: TodayState = { on: true, filling: false };

/** A page over a worker that answers presses when told. */
async function stage(first: TodayState) {
  const kept = { today: first, past: {} as PastStatus };
  const press = Promise.withResolvers<{ trouble?: string }>();
  const asked: [type: string, request: unknown][] = [];
  const [onChange, onThere] = [vi.fn(), vi.fn()];
  const model = createInvitation({
    ask: async (type: string, request: unknown) => {
      asked.push([type, request]);
      return type === "seeToday" ? press.promise : kept.past;
    },
    readToday: async () => kept.today,
    onChange,
    onThere,
  });
  expect(model.known()).toBe(false);
  await vi.waitFor(() => expect(model.known()).toBe(true));
  const state = (newest = OLD, failed = false) => model.state(newest, TODAY, failed);
  return { model, kept, press, asked, state, onThere };
}

describe("the card", () => {
  test.each([
    ["2026-11-25", undefined],
    ["2026-11-24", { kind: "offer" }],
    [OLD, { kind: "offer" }],
  ])("with a newest digest of %s is %o", async (newest, expected) => {
    expect((await stage(OFF)).state(newest)).toEqual(expected);
  });

  test("is not there once 'Today, live' is on, unless it had no answer", async () => {
    const { state, asked } = await stage(ON);
    expect(state()).toBeUndefined();
    expect(state(OLD, true)).toEqual({ kind: "failed" });
    expect(asked).toEqual([]);
  });

  test("of a page that was opened while the worker asks says whom it asks", async () => {
    const { state } = await stage({ ...ON, asking: "huggingface.co" });
    expect(state()).toEqual({ kind: "asking", host: "huggingface.co" });
  });
});

describe("a press", () => {
  test("asks once, shows whom, then today's list, and how the days before it are coming", async () => {
    const { model, kept, press, asked, state, onThere } = await stage(OFF);
    const seeing = model.see();
    expect(state()).toEqual({ kind: "asking" });
    await model.see();
    expect(asked).toEqual([["seeToday", {}]]);
    kept.today = { ...ON, asking: "hn.algolia.com" };
    await model.changed();
    expect(state()).toEqual({ kind: "asking", host: "hn.algolia.com" });

    kept.today = { on: true, filling: true };
    kept.past = { filling: { done: 0, of: 5 } };
    press.resolve({});
    await seeing;
    expect(onThere).toHaveBeenCalledOnce();
    expect(state(TODAY)).toEqual({ kind: "past", status: kept.past });

    kept.today = ON;
    kept.past = { gap: { since: OLD, requests: 75 } };
    await model.changed();
    expect(state(TODAY)).toEqual({ kind: "past", status: kept.past });
  });

  test("that brings no list says why, and the button stays", async () => {
    const { model, kept, press, state, onThere } = await stage(OFF);
    const seeing = model.see();
    kept.today = ON;
    press.resolve({ trouble: "There is no network." });
    await seeing;
    expect(state()).toEqual({ kind: "failed", words: "There is no network." });
    expect(onThere).not.toHaveBeenCalled();
  });

  test("that reaches no worker says so too", async () => {
    const { model, press, state } = await stage(OFF);
    const seeing = model.see();
    press.reject(new AskError("failed", "nobody answers"));
    await seeing;
    expect(state()).toEqual({ kind: "failed", words: "nobody answers" });
  });

  test("fills the gap, or stops that", async () => {
    const { model, kept, asked, state } = await stage(ON);
    kept.past = { filling: { done: 1, of: 75 } };
    await model.fillGap(true);
    expect(state(TODAY)).toEqual({ kind: "past", status: kept.past });
    kept.past = { gap: { since: OLD, requests: 74 } };
    await model.fillGap(false);
    expect(state(TODAY)).toEqual({ kind: "past", status: kept.past });
    expect(asked).toEqual([
      ["pastDays", { what: "fill" }],
      ["pastDays", { what: "stop" }],
    ]);
  });
});

test("days that an earlier press is fetching are shown in a page that is opened meanwhile", async () => {
  const { kept, model, state } = await stage({ on: true, filling: true });
  kept.past = { filling: { done: 3, of: 75 } };
  await model.changed();
  expect(state(TODAY)).toEqual({ kind: "past", status: kept.past });
});
