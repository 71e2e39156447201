import { expect, test, vi } from "vitest";
import { createOpmlModel, type OpmlActions, type OpmlModel } from "../../../components/feeds/opml-model.ts";
import { PlainError } from "../../../lib/texts/plain-error.ts";
import { settled } from "../../setup/settled.ts";

const FEEDS = ["one", "two", "three"].map((name) => ({
  title: `Feed ${name}`,
  address: `https://${name}.example/rss`,
}));
const file = { text: async () => "<opml/>" };

function stage() {
  const asked: [type: string, request: unknown][] = [];
  const answers = new Map<string, (request: { address?: string }) => unknown>([
    ["readOpml", () => ({ ok: true, feeds: FEEDS, left: 0 })],
    ["writeOpml", () => "<opml>mine</opml>"],
    ["addFeed", () => null],
    [
      "checkFeed",
      ({ address = "" }) => {
        if (address.includes("two")) return { ok: false, text: "There is nothing." };
        const known = address.includes("three");
        return { ok: true, address: `${address}.json`, title: `Found ${address.slice(8, 11)}`, known };
      },
    ],
  ]);
  const models: OpmlModel[] = [];
  let actions: OpmlActions | undefined;
  const requestHosts = vi.fn<(origins: readonly string[]) => Promise<boolean>>(async () => true);
  const save = vi.fn();
  createOpmlModel({
    ask: async (type: string, request: object) => {
      asked.push([type, request]);
      return answers.get(type)?.(request) as never;
    },
    requestHosts,
    save,
    onModel(model, given) {
      models.push(model);
      actions = given;
    },
  });
  return {
    asked,
    answers,
    requestHosts,
    save,
    act: actions as OpmlActions,
    now: () => models.at(-1) as OpmlModel,
    expectModel: (model: Partial<OpmlModel>) => vi.waitFor(() => expect(models.at(-1)).toMatchObject(model)),
    typesAsked: () => asked.map(([type]) => type),
  };
}

test("a file is only read; its feeds are asked when told to, one after the other", async () => {
  const { act, asked, typesAsked, requestHosts, expectModel } = stage();
  act.onFile(file);
  await expectModel({ kind: "read", feeds: FEEDS, left: 0 });
  expect(asked).toEqual([["readOpml", { content: "<opml/>" }]]);
  expect(requestHosts).not.toHaveBeenCalled();
  act.onCheckAll();
  expect(requestHosts).toHaveBeenCalledExactlyOnceWith(
    FEEDS.map(({ address }) => address.replace("rss", "*")),
  );
  await expectModel({
    kind: "asked",
    added: ["Found one"],
    known: ["Found thr"],
    refused: [{ title: "Feed two", why: "There is nothing." }],
  });
  expect(typesAsked()).toEqual(["readOpml", "checkFeed", "addFeed", "checkFeed", "checkFeed"]);
  expect(asked[2]?.[1]).toEqual({ address: "https://one.example/rss.json", title: "Found one" });
});

test("ended half way it asks no more, and what was added stays", async () => {
  const { act, answers, asked, expectModel, now } = stage();
  const answered = Promise.withResolvers<unknown>();
  answers.set("checkFeed", () => answered.promise);
  act.onFile(file);
  await expectModel({ kind: "read" });
  act.onCheckAll();
  await expectModel({ kind: "asking", done: 0, of: 3 });
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  act.onCancel();
  answered.resolve({ ok: true, address: "https://one.example/", title: "One", known: false });
  await settled();
  expect(now()).toEqual({ kind: "idle" });
  expect(asked).toHaveLength(2);
});

test("what cannot be read, or not be added, is said", async () => {
  const { act, answers, expectModel } = stage();
  answers.set("readOpml", () => ({ ok: false, text: "This file is not a list of feeds." }));
  act.onFile(file);
  await expectModel({ kind: "failed", why: "This file is not a list of feeds." });
  answers.set("readOpml", () => ({ ok: true, feeds: FEEDS, left: 0 }));
  answers.set("addFeed", () => {
    throw new PlainError("There is room for 50 feeds.");
  });
  act.onFile(file);
  await expectModel({ kind: "read" });
  act.onCheckAll();
  await expectModel({ kind: "failed", why: "There is room for 50 feeds." });
});

test("the reader's own feeds are saved as a file", async () => {
  const { act, save } = stage();
  act.onSave();
  await vi.waitFor(() =>
    expect(save).toHaveBeenCalledExactlyOnceWith("hot-papers-feeds.opml", "text/x-opml", "<opml>mine</opml>"),
  );
});
