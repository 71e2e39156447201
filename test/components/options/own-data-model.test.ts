import { expect, test, vi } from "vitest";
import {
  createOwnDataModel,
  type OwnDataActions,
  type OwnDataModel,
} from "../../../components/options/own-data-model.ts";
import type { OwnDataFile, OwnDataReport } from "../../../components/options/add-own-data.ts";
import type { OwnData, OwnDataRead } from "../../../components/options/read-own-data.ts";
import { MAX_FILE_BYTES } from "../../../lib/digest/limits.ts";
import { PlainError } from "../../../lib/texts/plain-error.ts";

const feed = (address: string, on = true) => ({ address, title: "A feed", on });
const data: OwnData = {
  days: 1,
  unreadable: 0,
  feeds: [
    feed("https://one.example/feed.json"),
    feed("https://one.example/other.json"),
    feed("https://here.example/"),
    feed("https://off.example/", false),
  ],
  feedsLeft: 0,
  saved: 0,
  read: 0,
  follows: [],
  settings: { fullTexts: true, live: true },
};
const found = {
  data,
  addresses: ["https://one.example/feed.json", "https://one.example/other.json", "https://words.example/"],
};
const report: OwnDataReport = { digests: { added: 1, there: 0 }, problems: [], failures: [] };
const file = (content = "the text") => new File([content], "mine.json");

function stage() {
  const models: OwnDataModel[] = [];
  let actions: OwnDataActions | undefined;
  const sources = {
    read: vi.fn<(content: string) => Promise<OwnDataRead>>(async () => ({ ok: true, data })),
    add: vi.fn<(file: OwnDataFile) => Promise<OwnDataReport>>(async () => report),
    requestHosts: vi.fn<(origins: readonly string[]) => Promise<boolean>>(async () => true),
  };
  createOwnDataModel({
    ...sources,
    here: async () => ({
      feeds: [{ id: "feed-1", ...feed("https://here.example/", false) }],
      fullTexts: false,
      live: true,
    }),
    asked: { fullTexts: ["https://words.example/"], live: ["https://live.example/"] },
    onModel(model, given) {
      models.push(model);
      actions = given;
    },
  });
  const expectModel = (model: Partial<OwnDataModel>) =>
    vi.waitFor(() => expect(models.at(-1)).toMatchObject(model));
  return { ...sources, models, act: actions as OwnDataActions, expectModel };
}

test("a file is read and asked about, then added, with its hosts asked for in the click", async () => {
  const { act, models, read, add, requestHosts, expectModel } = stage();
  act.onFile(file());
  expect(models.at(-1)).toEqual({ kind: "reading", name: "mine.json" });
  await expectModel({ kind: "found", name: "mine.json", found });
  expect(read).toHaveBeenCalledExactlyOnceWith("the text");
  expect(add).not.toHaveBeenCalled();
  expect(requestHosts).not.toHaveBeenCalled();
  const allowed = Promise.withResolvers<boolean>();
  requestHosts.mockReturnValue(allowed.promise);
  act.onAdd();
  expect(requestHosts).toHaveBeenCalledExactlyOnceWith(["https://one.example/*", "https://words.example/*"]);
  expect(models.at(-1)).toEqual({ kind: "adding", name: "mine.json" });
  act.onFile(file("another")); // meanwhile
  expect(add).not.toHaveBeenCalled();
  allowed.resolve(false);
  await expectModel({ kind: "added", name: "mine.json", report });
  expect(add).toHaveBeenCalledExactlyOnceWith({ name: "mine.json", content: "the text", data });
  act.onAdd();
  expect(add).toHaveBeenCalledOnce();
});

test("a no changes nothing", async () => {
  const { act, add, expectModel } = stage();
  act.onFile(file());
  await expectModel({ kind: "found" });
  act.onCancel();
  await expectModel({ kind: "idle" });
  act.onAdd();
  expect(add).not.toHaveBeenCalled();
});

test("a file of another kind is reported by name", async () => {
  const { act, read, expectModel } = stage();
  act.onFile(new File([Uint8Array.of(0xff)], "photo.json"));
  await expectModel({ kind: "refused", name: "photo.json", problem: "binary" });
  act.onFile({ name: "huge.json", size: MAX_FILE_BYTES + 1 } as File);
  await expectModel({ kind: "refused", name: "huge.json", problem: "tooLarge" });
  expect(read).not.toHaveBeenCalled();
  read.mockResolvedValue({ ok: false, problem: "cut" });
  act.onFile(file("{"));
  await expectModel({ kind: "refused", name: "mine.json", problem: "cut" });
});

test("what could not be done is reported", async () => {
  const { act, read, add, expectModel } = stage();
  read.mockRejectedValueOnce(new PlainError("The extension was updated."));
  act.onFile(file());
  await expectModel({ kind: "failed", why: "The extension was updated." });
  act.onFile(file());
  await expectModel({ kind: "found" });
  add.mockRejectedValueOnce(new PlainError("Nobody answers."));
  act.onAdd();
  await expectModel({ kind: "failed", why: "Nobody answers." });
});
