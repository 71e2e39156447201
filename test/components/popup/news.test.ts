import { expect, test } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { NEWS, newsSince } from "../../../components/popup/news.ts";
import { dismissNews, keepNewsSince, readNewsSince } from "../../../lib/settings/news.ts";

const all = ["0.10.0", "0.9.1", "0.9.0"].map((version) => ({ version, text: "news_1_0_0" as const }));
const versions = (since?: string) => newsSince(since, all).map(({ version }) => version);

test("what came after a version is told, by numbers and not by letters", () => {
  expect(versions("0.9.0")).toEqual(["0.10.0", "0.9.1"]);
  expect(versions("0.9")).toEqual(["0.10.0", "0.9.1"]);
  expect(versions("0.10.0")).toEqual([]);
  expect(versions("1.0.0")).toEqual([]);
});

test("without an update there is nothing to tell", () => {
  expect(versions()).toEqual([]);
});

test("no news is of a version that is still to come", () => {
  expect(newsSince(manifest.version)).toEqual([]);
  expect(NEWS.length).toBeGreaterThan(0);
});

test("what came with two updates stays to be told until it is dismissed, and does not come back", async () => {
  await keepNewsSince("0.9.0");
  await keepNewsSince("0.9.1");
  expect(await readNewsSince()).toBe("0.9.0");
  await dismissNews();
  expect(await readNewsSince()).toBeUndefined();
  await keepNewsSince("0.10.0");
  expect(await readNewsSince()).toBe("0.10.0");
});
