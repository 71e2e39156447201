import { expect, test } from "vitest";
import { readOpmlFile, writeOpmlFile } from "../../lib/background/opml-files.ts";
import { changeFeedSettings } from "../../lib/settings/feeds.ts";

const feed = { id: "a", address: "https://a.example/rss", title: "Papers & more", on: false };

test("the reader's feeds, switched on or not, come back out of the file they are saved to", async () => {
  await changeFeedSettings(() => ({ feeds: [feed] }));
  const file = await writeOpmlFile();
  expect(file).toContain("<title>Feeds of Hot Papers</title>");
  expect(readOpmlFile(file)).toEqual({
    ok: true,
    feeds: [{ title: "Papers & more", address: "https://a.example/rss" }],
    left: 0,
  });
});

test("another file is refused in words", () => {
  expect(readOpmlFile("<html></html>")).toEqual({
    ok: false,
    text: "This file is not a list of feeds, or it was cut short. Such a file ends in .opml.",
  });
});
