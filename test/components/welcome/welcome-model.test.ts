import { expect, test, vi } from "vitest";
import { PlainError } from "../../../lib/texts/plain-error.ts";
import type { Ask, LiveStatus } from "../../../lib/messages/messages.ts";
import {
  createWelcome,
  type WelcomeActions,
  type WelcomeModel,
} from "../../../components/welcome/welcome-model.ts";

const OFF: LiveStatus = {
  on: false,
  running: false,
  alphaxiv: { on: false, origin: "https://api.alphaxiv.org/*" },
  digests: 0,
  state: { tone: "plain", text: "off" },
  sources: [],
};

function stage() {
  const worker = { live: OFF, fail: undefined as Error | undefined, asked: [] as string[] };
  const browser = { access: false, key: "Alt+Shift+H", pinned: false as boolean | undefined };
  const models: WelcomeModel[] = [];
  let actions: WelcomeActions | undefined;
  const ask = async (type: string) => {
    worker.asked.push(type);
    if (worker.fail) throw worker.fail;
    if (type === "seeToday") worker.live = { ...OFF, on: true, running: true };
    return { live: worker.live };
  };
  const watch = createWelcome({
    ask: ask as unknown as Ask,
    hasAccess: async () => browser.access,
    requestAccess: async () => {
      browser.access = true;
      return true;
    },
    popupKey: async () => browser.key,
    onToolbar: async () => browser.pinned,
    onPhone: false,
    onModel(model, given) {
      models.push(model);
      actions = given;
    },
  });
  const act = () => {
    if (!actions) throw new Error("the model comes with its actions");
    return actions;
  };
  const expectModel = (expected: Partial<WelcomeModel>) =>
    vi.waitFor(() => expect(models.at(-1)).toMatchObject(expected));
  return { worker, browser, models, act, watch, expectModel };
}

test("has something to show at once, and the rest as it comes", async () => {
  const { models, worker, expectModel } = stage();
  expect(models[0]).toEqual({ onPhone: false });
  await expectModel({ access: false, popupKey: "Alt+Shift+H", onToolbar: false, live: OFF });
  expect(worker.asked, "nothing is switched on by opening it").toEqual(["feedsStatus"]);
});

test("one press switches today's list on, and how it goes is shown", async () => {
  const { worker, act, watch, expectModel } = stage();
  act().onStartToday();
  await expectModel({ live: { ...OFF, on: true, running: true } });
  worker.live = { ...OFF, on: true, digests: 1 };
  watch.feedsChanged();
  await expectModel({ live: { ...OFF, on: true, digests: 1 } });
});

test("what a press could not do is shown, and gone with the next one", async () => {
  const { worker, models, act, expectModel } = stage();
  worker.fail = new PlainError("no room on the disk");
  act().onStartToday();
  await expectModel({ trouble: "no room on the disk" });
  worker.fail = undefined;
  act().onStartToday();
  await expectModel({ live: { ...OFF, on: true, running: true } });
  expect(models.at(-1)).not.toHaveProperty("trouble");
});

test("follows what the reader changes in the browser meanwhile", async () => {
  const { browser, act, watch, expectModel } = stage();
  act().onGrantAccess();
  watch.accessChanged();
  await expectModel({ access: true });
  browser.pinned = true;
  browser.key = "";
  watch.browserChanged();
  await expectModel({ onToolbar: true, popupKey: "" });
});
