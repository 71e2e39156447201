import { expect, test, vi } from "vitest";
import { PlainError } from "../../../lib/texts/plain-error.ts";
import type { IndexStatus } from "../../../lib/messages/messages.ts";
import {
  createOptions,
  type OptionsActions,
  type OptionsModel,
} from "../../../components/options/options-model.ts";
import { DEFAULTS, type Settings } from "../../../lib/settings/settings.ts";

const whole: IndexStatus = {
  archive: "whole",
  progress: 1,
  digests: 294,
  papers: 3343,
  newest: "2022-01-13",
  oldest: "2020-06-29",
  bytes: 2_000_000,
};
const empty: IndexStatus = { archive: "deleted", progress: 0, digests: 0, papers: 0, bytes: 0 };

function stage() {
  const worker = { status: whole, fail: undefined as Error | undefined, asked: [] as string[] };
  const settings: Settings = { ...DEFAULTS };
  const models: OptionsModel[] = [];
  let actions: OptionsActions | undefined;
  const watch = createOptions({
    ask: async (type) => {
      worker.asked.push(type);
      if (worker.fail) throw worker.fail;
      if (type === "deleteEverything") worker.status = empty;
      if (type === "restoreArchive") worker.status = whole;
      return type === "status" ? worker.status : null;
    },
    readArchive: async () => ({ state: worker.status === empty ? "deleted" : "whole" }) as const,
    readSettings: async () => ({ ...settings }),
    changeSettings: async (change) => Object.assign(settings, change),
    hasAccess: async () => false,
    requestAccess: async () => true,
    exportData: async () => {
      worker.asked.push("exportData");
      if (worker.fail) throw worker.fail;
    },
    onModel(model, given) {
      models.push(model);
      actions = given;
    },
  });
  const act = () => {
    if (!actions) throw new Error("the model comes with its actions");
    return actions;
  };
  const expectModel = (expected: Partial<OptionsModel>) =>
    vi.waitFor(() => expect(models.at(-1)).toMatchObject(expected));
  return { worker, settings, models, act, watch, expectModel };
}

test("has something to show at once, and the rest as it comes", async () => {
  const { models, expectModel } = stage();
  expect(models[0]).toEqual({ imports: { kind: "idle" } });
  await expectModel({
    settings: { ...DEFAULTS, abstractBadges: true, listBadges: true },
    status: whole,
    access: false,
  });
});

test("a switch is stored and shown", async () => {
  const { settings, act, expectModel } = stage();
  act().onChange({ listBadges: false });
  await expectModel({ settings: { ...DEFAULTS, abstractBadges: true, listBadges: false } });
  expect(settings.listBadges).toBe(false);
});

test("deleting asks the worker once, says that it goes on, and shows what is left", async () => {
  const { worker, models, act, expectModel } = stage();
  await expectModel({ status: whole });
  act().onDelete(false);
  expect(models.at(-1)).toMatchObject({ busy: "deleting" });
  act().onDelete(true); // a second press meanwhile
  await expectModel({ status: empty });
  expect(models.at(-1)).not.toHaveProperty("busy");
  expect(worker.asked.filter((type) => type === "deleteEverything")).toHaveLength(1);
});

test("what is the reader's own is saved once at a time, and what went wrong with it is shown", async () => {
  const { worker, models, act, expectModel } = stage();
  await expectModel({ status: whole });
  act().onExport();
  expect(models.at(-1)).toMatchObject({ busy: "exporting" });
  act().onExport();
  await vi.waitFor(() => expect(models.at(-1)).not.toHaveProperty("busy"));
  expect(worker.asked.filter((type) => type === "exportData")).toHaveLength(1);
  worker.fail = new PlainError("the index is closed");
  act().onExport();
  await expectModel({ trouble: "the index is closed" });
});

test("restoring brings the archive back", async () => {
  const { worker, act, expectModel } = stage();
  worker.status = empty;
  act().onRestore();
  await expectModel({ status: whole });
});

test("what the worker could not do is shown, and gone with the next press", async () => {
  const { worker, models, act, expectModel } = stage();
  await expectModel({ status: whole });
  worker.fail = new PlainError("no room on the disk");
  act().onDelete(true);
  await expectModel({ trouble: "no room on the disk" });
  expect(models.at(-1)).not.toHaveProperty("busy");
  worker.fail = undefined;
  act().onRestore();
  expect(models.at(-1)).not.toHaveProperty("trouble");
});

test("reads again what changed elsewhere", async () => {
  const { worker, settings, watch, expectModel } = stage();
  await expectModel({ status: whole });
  worker.status = empty;
  settings.abstractBadges = false;
  watch.indexChanged();
  watch.settingsChanged();
  await expectModel({ status: empty, settings: { ...DEFAULTS, abstractBadges: false, listBadges: true } });
});
