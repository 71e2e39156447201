import { expect, test, vi } from "vitest";
import type { Ask } from "../../lib/messages/messages.ts";
import { createFullTexts, type FullTextsChoice } from "../../lib/hot-list/state/full-texts.ts";

const OFFERED: FullTextsChoice = { fullTexts: false, offerDismissed: false };
const FETCHED: FullTextsChoice = { fullTexts: true, offerDismissed: true };
const day = { date: "2021-08-12", factsOnly: true };

/** What the popup knows of the archive's words, over a worker that keeps the choice. */
async function stage(first: FullTextsChoice) {
  const kept = { choice: first, fails: false };
  const asked: [type: string, request: unknown][] = [];
  const onChange = vi.fn();
  const words = createFullTexts({
    ask: (async (type: string, request: { on?: boolean }) => {
      asked.push([type, request]);
      if (kept.fails) throw new Error("gone");
      if (type === "fullTexts") kept.choice = { fullTexts: request.on === true, offerDismissed: true };
      return null;
    }) as Ask,
    readChoice: async () => kept.choice,
    onChange,
  });
  const atFirst = words.state();
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled());
  return { words, kept, asked, onChange, atFirst };
}

test("nothing is said before it is known what the reader wants", async () => {
  expect((await stage(OFFERED)).atFirst).toBe("none");
});

test.each([
  ["offered, as long as nobody answered", OFFERED, "offer"],
  ["not offered again after a no", { fullTexts: false, offerDismissed: true }, "none"],
  ["coming where they are wanted", FETCHED, "coming"],
] as const)("the words are %s", async (_, choice, state) => {
  expect((await stage(choice)).words.state()).toBe(state);
});

test("a day without its words is asked for, once", async () => {
  const { words, asked } = await stage(FETCHED);
  words.shown(day);
  words.shown(day);
  words.shown({ date: "2021-08-11", factsOnly: false });
  expect(asked).toEqual([["wantDay", { date: "2021-08-12" }]]);
});

test("no host is asked while words are not wanted, and for the day on show as soon as they are", async () => {
  const { words, asked, onChange } = await stage(OFFERED);
  words.shown(day);
  expect(asked).toEqual([]);
  await words.answer(true);
  expect(asked).toEqual([
    ["fullTexts", { on: true }],
    ["wantDay", { date: "2021-08-12" }],
  ]);
  expect(words.state()).toBe("coming");
  expect(onChange).toHaveBeenCalledTimes(2);
});

test("a no ends the offer, and fetches nothing", async () => {
  const { words, asked } = await stage(OFFERED);
  words.shown(day);
  await words.answer(false);
  expect(words.state()).toBe("none");
  expect(asked).toEqual([["fullTexts", { on: false }]]);
});

test("a choice made in another page counts here too", async () => {
  const { words, kept, onChange } = await stage(OFFERED);
  kept.choice = FETCHED;
  words.choiceChanged();
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2));
  expect(words.state()).toBe("coming");
});

test("a worker that cannot be asked leaves the list as it is", async () => {
  const { words, kept, asked } = await stage(FETCHED);
  kept.fails = true;
  words.shown(day);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(words.state()).toBe("coming");
});
