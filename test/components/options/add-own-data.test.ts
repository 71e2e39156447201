import { expect, test } from "vitest";
import { addOwnData } from "../../../components/options/add-own-data.ts";
import type { OwnData } from "../../../components/options/read-own-data.ts";
import type { MessageType } from "../../../lib/messages/messages.ts";
import { category, words } from "../../follows/made.ts";
import { PlainError } from "../../../lib/texts/plain-error.ts";

const feed = (name: string, on = true) => ({
  address: `https://${name}.example/`,
  title: `Feed ${name}`,
  on,
});
const whole: OwnData = {
  days: 3,
  unreadable: 1,
  feeds: [feed("one"), feed("two", false), feed("three")],
  feedsLeft: 1,
  saved: 1,
  read: 2,
  follows: [words("diffusion"), category("cs.CV")],
  settings: {
    settings: { theme: "dark", toolbarNumber: true },
    dayChange: null,
    jumpKeys: { next: "n", previous: "p" },
    fullTexts: true,
    live: false,
  },
};

function stage(fail: Partial<Record<MessageType | "changeSettings", string>> = {}) {
  const done: [string, unknown][] = [];
  const doing = async (type: MessageType | "changeSettings", what: unknown) => {
    done.push([type, what]);
    const why = fail[type];
    if (why !== undefined) throw new PlainError(why);
  };
  const answers: Partial<Record<MessageType, unknown>> = {
    importFile: {
      name: "",
      days: ["2021-08-12", "2021-08-13"],
      papers: 4,
      older: ["2021-08-14"],
      problems: ["One is not whole.", "One is not whole."],
    },
    importMarks: { ok: true, saved: 1, read: 1, known: 1, unreadable: 2 },
  };
  const add = (data: OwnData) =>
    addOwnData(
      { name: "mine.json", content: "the text", data },
      {
        async ask(type, request) {
          await doing(type, request);
          return answers[type] ?? null;
        },
        here: async () => ({ feeds: [{ id: "feed-1", ...feed("one") }], fullTexts: false, live: false }),
        async follow(follows) {
          done.push(["follow", follows]);
          return 1;
        },
        changeSettings: (changed) => doing("changeSettings", changed),
        async changeDay(hour) {
          done.push(["changeDay", hour]);
        },
        async keepStoredChoices(choices) {
          done.push(["keepStoredChoices", choices]);
        },
      },
    );
  return { add, done };
}

test("all is added: days to days, marks to marks, feeds after those here, then the settings", async () => {
  const { add, done } = stage();
  expect(await add(whole)).toEqual({
    digests: { added: 2, there: 1 },
    marks: { saved: 1, read: 1, there: 1, unreadable: 2 },
    follows: { added: 1, there: 1 },
    feeds: { added: 2, there: 1, left: 1 },
    settings: true,
    problems: ["One is not whole."],
    failures: [],
  });
  expect(done).toEqual([
    ["importFile", { name: "mine.json", content: "the text", keep: true }],
    ["importMarks", { content: "the text" }],
    ["follow", whole.follows],
    ["addFeed", feed("two", false)],
    ["addFeed", feed("three")],
    ["changeSettings", { theme: "dark", toolbarNumber: true }],
    ["toolbarNumber", {}],
    ["changeDay", undefined],
    ["keepStoredChoices", { jumpKeys: { next: "n", previous: "p" } }],
    ["fullTexts", { on: true }],
  ]);
});

test("what a file does not have is neither asked for nor mentioned", async () => {
  const { add, done } = stage();
  const { settings: _, ...rest } = whole;
  const none = { ...rest, days: 0, unreadable: 0, feeds: [], feedsLeft: 0, saved: 0, read: 0, follows: [] };
  expect(await add(none)).toEqual({ problems: [], failures: [] });
  expect(done).toEqual([]);
});

test("what fails costs itself, and is reported", async () => {
  const { add } = stage({ importFile: "The disk is full.", addFeed: "There is room for 50 feeds." });
  expect(await add(whole)).toEqual({
    marks: { saved: 1, read: 1, there: 1, unreadable: 2 },
    follows: { added: 1, there: 1 },
    feeds: { added: 0, there: 1, left: 1 },
    settings: true,
    problems: [],
    failures: [
      "The disk is full.",
      "Feed two: There is room for 50 feeds.",
      "Feed three: There is room for 50 feeds.",
    ],
  });
});

test("settings that the file does not have stay as they are here", async () => {
  const { add, done } = stage();
  const none = { ...whole, days: 0, unreadable: 0, feeds: [], feedsLeft: 0, saved: 0, read: 0, follows: [] };
  expect(await add({ ...none, settings: { live: true } })).toEqual({
    settings: true,
    problems: [],
    failures: [],
  });
  expect(done).toEqual([
    ["keepStoredChoices", {}],
    ["liveToday", { on: true }],
  ]);
});

test("settings that cannot be kept are told, and not said to be those of the file", async () => {
  const { add } = stage({ changeSettings: "The disk is full." });
  const report = await add(whole);
  expect(report).not.toHaveProperty("settings");
  expect(report.failures).toEqual(["The disk is full."]);
});
