import { expect, test, vi } from "vitest";
import { PlainError } from "../../../lib/texts/plain-error.ts";
import type { FeedCheck, FeedsStatus } from "../../../lib/messages/messages.ts";
import {
  createFeedsModel,
  type FeedsActions,
  type FeedsModel,
} from "../../../components/feeds/feeds-model.ts";
import { settled } from "../../setup/settled.ts";

const ADDRESS = "https://hot.example.org/v1/latest.json";
const found: FeedCheck = {
  ok: true,
  address: ADDRESS,
  title: "Hot",
  kind: "A feed with a pointer",
  digests: 14,
  newest: "2026-11-20",
  origins: ["https://hot.example.org/*", "https://cdn.example/*"],
  known: false,
} as FeedCheck;

/** The model over a worker that answers as it is told. */
function stage() {
  const worker = {
    asked: [] as [type: string, request: unknown][],
    status: { feeds: [], log: [] } as unknown as FeedsStatus,
    check: found,
    /** Types that fail, with the words of their error. */
    fails: new Map<string, string>(),
    /** Of feedsStatus, how long it takes. */
    wait: Promise.resolve(),
  };
  const models: FeedsModel[] = [];
  let actions: FeedsActions | undefined;
  let allowed = true;
  const ask = async (type: string, request: unknown) => {
    worker.asked.push([type, request]);
    if (type === "feedsStatus") await worker.wait;
    const failure = worker.fails.get(type);
    if (failure !== undefined) throw new PlainError(failure);
    if (type === "feedsStatus") return worker.status;
    return type === "checkFeed" ? worker.check : null;
  };
  const requestAccess = vi.fn(async () => allowed);
  const requestHosts = vi.fn<(origins: readonly string[]) => Promise<boolean>>(async () => allowed);
  const { changed } = createFeedsModel({
    ask,
    requestAccess,
    requestHosts,
    onModel(model, given) {
      models.push(model);
      actions = given;
    },
  });
  return {
    worker,
    models,
    changed,
    requestAccess,
    requestHosts,
    allow: (yes: boolean) => (allowed = yes),
    act: actions as FeedsActions,
    now: () => models.at(-1) as FeedsModel,
    types: () => worker.asked.map(([type]) => type),
    expectModel: (expected: Partial<FeedsModel>) =>
      vi.waitFor(() => expect(models.at(-1)).toMatchObject(expected)),
  };
}

test("has something to show at once, and how feeds are when the worker has told", async () => {
  const { models, worker, expectModel } = stage();
  expect(models[0]).toEqual({ add: { kind: "idle" } });
  await expectModel({ status: worker.status });
});

test("a worker that fails is told in its words", async () => {
  const { worker, act, expectModel } = stage();
  worker.fails.set("setFeed", "There is no room left.");
  act.onSwitch("feed-1", false);
  await expectModel({ trouble: "There is no room left." });
});

test("the trouble of one press is gone with the next", async () => {
  const { worker, act, now, expectModel } = stage();
  worker.fails.set("setFeed", "There is no room left.");
  act.onMove("feed-1", 0);
  await expectModel({ trouble: "There is no room left." });
  act.onRefresh();
  await vi.waitFor(() => expect(now().trouble).toBeUndefined());
});

test("an address is checked, and what was found is added under its own address", async () => {
  const { worker, act, now, expectModel, types } = stage();
  act.onCheck("hot.example.org");
  expect(now().add).toEqual({ kind: "asking", typed: "hot.example.org" });
  await expectModel({ add: { kind: "answered", typed: "hot.example.org", found } });
  act.onAdd();
  await expectModel({ add: { kind: "idle" } });
  expect(worker.asked).toContainEqual(["addFeed", { address: ADDRESS, title: "Hot" }]);
  await vi.waitFor(() => expect(types().at(-1)).toBe("feedsStatus"));
});

test("posts on X need access to alphaXiv, which is asked for in the click itself", async () => {
  const { act, requestAccess, expectModel, types, worker, allow } = stage();
  const origin = "https://api.alphaxiv.org/*";
  worker.status = { feeds: [], log: [], live: { alphaxiv: { on: false, origin } } } as unknown as FeedsStatus;
  await expectModel({ status: worker.status });
  act.onAlphaxiv(true);
  expect(requestAccess).toHaveBeenCalledWith(origin); // at once, before anything was awaited
  await vi.waitFor(() => expect(worker.asked).toContainEqual(["liveAlphaxiv", { on: true }]));
  act.onAlphaxiv(false);
  await vi.waitFor(() => expect(worker.asked).toContainEqual(["liveAlphaxiv", { on: false }]));
  expect(requestAccess).toHaveBeenCalledOnce();

  allow(false);
  const before = types().filter((type) => type === "liveAlphaxiv").length;
  act.onAlphaxiv(true);
  await expectModel({
    trouble: "You did not allow access to api.alphaxiv.org, so alphaXiv is not asked.",
  });
  expect(types().filter((type) => type === "liveAlphaxiv")).toHaveLength(before);
});

test("nothing is added if nothing was found", async () => {
  const { worker, act, expectModel, types } = stage();
  act.onAdd();
  worker.check = { ok: false, text: "Nobody is there.", advice: "" } as FeedCheck;
  act.onCheck("nobody.example");
  await expectModel({ add: { kind: "answered", typed: "nobody.example", found: worker.check } });
  act.onAdd();
  expect(types()).not.toContain("addFeed");
});

test("the answer for an address that was given up is not shown", async () => {
  const { act, now, types } = stage();
  act.onCheck("hot.example.org");
  act.onCancel();
  await vi.waitFor(() => expect(types()).toContain("checkFeed"));
  await settled();
  expect(now().add).toEqual({ kind: "idle" });
});

test("a check that the worker could not make leaves the field as it was, and says why", async () => {
  const { worker, act, expectModel } = stage();
  worker.fails.set("checkFeed", "gone");
  act.onCheck("hot.example.org");
  await expectModel({ add: { kind: "idle" }, trouble: "gone" });
});

test("permission is asked for in the click itself; then the check or the refresh is done again", async () => {
  const { act, requestAccess, expectModel, types, worker } = stage();
  act.onCheck("hot.example.org");
  await expectModel({ add: { kind: "answered", typed: "hot.example.org", found } });
  const checks = () => types().filter((type) => type === "checkFeed").length;
  act.onGrantForCheck("https://hot.example.org/*");
  expect(requestAccess).toHaveBeenCalledWith("https://hot.example.org/*"); // at once, before anything was awaited
  await vi.waitFor(() => expect(checks()).toBe(2));
  act.onGrantFor("feed-1", "https://other.example/*");
  expect(requestAccess).toHaveBeenLastCalledWith("https://other.example/*");
  await vi.waitFor(() => expect(worker.asked).toContainEqual(["refreshFeeds", { id: "feed-1" }]));
});

test("permission for every host that a press leads to is requested in that press, all at once", async () => {
  const { act, requestHosts, expectModel, worker } = stage();
  const origins = ["https://a.example/*", "https://b.example/*"];
  worker.status = {
    feeds: [{ id: "feed-1", origins }],
    numbered: [origins[1]],
    log: [],
  } as unknown as FeedsStatus;
  act.onCheck("https://github.com/someone/digests");
  expect(requestHosts.mock.lastCall).toEqual([["https://data.jsdelivr.com/*", "https://cdn.jsdelivr.net/*"]]);
  act.onCheck("hot.example.org");
  expect(requestHosts.mock.lastCall).toEqual([["https://hot.example.org/*"]]);
  await expectModel({ status: worker.status, add: { kind: "answered", typed: "hot.example.org", found } });
  act.onAdd();
  expect(requestHosts.mock.lastCall).toEqual([["https://hot.example.org/*", "https://cdn.example/*"]]);
  act.onSwitch("feed-1", true);
  act.onSwitch("feed-1", false); // asks no host from then on
  act.onGrantAll();
  expect(requestHosts.mock.calls.slice(3)).toEqual([[origins], [[origins[1]]]]);
});

test("a host that the reader does not allow is asked all the same: what that means was said", async () => {
  const { act, allow, expectModel, worker } = stage();
  allow(false);
  act.onCheck("hot.example.org");
  await expectModel({ add: { kind: "answered", typed: "hot.example.org", found } });
  act.onAdd();
  await vi.waitFor(() =>
    expect(worker.asked).toContainEqual(["addFeed", { address: ADDRESS, title: "Hot" }]),
  );
});

test("if permission is refused no host is asked again", async () => {
  const { act, allow, types } = stage();
  allow(false);
  act.onGrantFor("feed-1", "https://other.example/*");
  await settled();
  expect(types()).not.toContain("refreshFeeds");
});

test("each press is its own request, and what came of it is read", async () => {
  const { act, worker, types } = stage();
  act.onSwitch("feed-1", false);
  act.onMove("feed-1", 2);
  act.onRefresh();
  act.onRefresh("feed-1");
  act.onRemove("feed-1");
  act.onUndo("feed-1");
  act.onFullTextsChoice(true);
  act.onLive(true);
  act.onLiveRefresh();
  act.onLiveRemove();
  await vi.waitFor(() => expect(types().at(-1)).toBe("feedsStatus"));
  expect(worker.asked.filter(([type]) => type !== "feedsStatus")).toEqual([
    ["setFeed", { id: "feed-1", on: false }],
    ["setFeed", { id: "feed-1", place: 2 }],
    ["refreshFeeds", {}],
    ["refreshFeeds", { id: "feed-1" }],
    ["removeFeed", { id: "feed-1" }],
    ["undoRemoveFeed", { id: "feed-1" }],
    ["fullTexts", { on: true }],
    ["liveToday", { on: true }],
    ["refreshLive", {}],
    ["removeLive", {}],
  ]);
});

test("changes during a question lead to one more after it; many changes lead to few questions", async () => {
  vi.useFakeTimers();
  try {
    const { changed, types, worker } = stage();
    await vi.advanceTimersByTimeAsync(0);
    let answer = () => {};
    worker.wait = new Promise((resolve) => (answer = resolve));
    for (let at = 0; at < 50; at++) changed();
    await vi.advanceTimersByTimeAsync(300);
    expect(types()).toHaveLength(2);
    for (let at = 0; at < 50; at++) changed();
    await vi.advanceTimersByTimeAsync(300);
    expect(types()).toHaveLength(2); // the second is still under way
    answer();
    await vi.advanceTimersByTimeAsync(1000);
    expect(types()).toHaveLength(3);
  } finally {
    vi.useRealTimers();
  }
});
