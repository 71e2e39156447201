import { describe, expect, test } from "vitest";
import { MOST_OPML_FEEDS, readOpml, writeOpml } from "../../lib/feeds/opml.ts";

const opml = (body: string) =>
  `<?xml version="1.0"?>\n<opml version="1.1"><head/><body>${body}</body></opml>`;

describe("a list of feeds as readers hand it on", () => {
  test("has its feeds in order, those of folders too, each address once", () => {
    const body = `<outline text="Science"><outline text="One" type="rss" xmlUrl="https://one.example/rss"/>
      <outline text="x" title="Two &amp; more" xmlUrl="feed://two.example/atom.xml"/></outline>
      <outline text="One again" xmlUrl="https://one.example/rss"/><outline xmlurl=" http://three.example/feed "/>`;
    expect(readOpml(opml(body))).toEqual({
      feeds: [
        { title: "One", address: "https://one.example/rss" },
        { title: "Two & more", address: "https://two.example/atom.xml" },
        { title: "three.example", address: "https://three.example/feed" },
      ],
      left: 0,
    });
  });

  test("counts addresses that are invalid or may not be asked", () => {
    const addresses = [
      "",
      "hello",
      "file:///etc/passwd",
      "ftp://a.example/x",
      "https://user:secret@a.example/",
    ];
    const body = addresses.map((address) => `<outline text="t" xmlUrl="${address}"/>`).join("");
    expect(readOpml(opml(body))).toEqual({ feeds: [], left: 5 });
  });

  test("has a limit, and says how many are beyond it", () => {
    const body = Array.from({ length: 60 }, (_, at) => `<outline xmlUrl="https://${at}.example/"/>`).join("");
    const list = readOpml(opml(body));
    expect([list?.feeds.length, list?.left]).toEqual([MOST_OPML_FEEDS, 10]);
  });

  test.each([
    ["nothing", ""],
    ["a page", "<!doctype html><html></html>"],
    ["another file", "<rss><channel/></rss>"],
    ["one that is cut short", opml("<outline text='a'/>").slice(0, -10)],
    ["one nested without end", opml("<outline>".repeat(5000))],
    ["one that is too long", opml(" ".repeat(2_000_001))],
  ])("%s is not one", (_, text) => {
    expect(readOpml(text)).toBeUndefined();
  });

  test("is read as it was written", () => {
    const feeds = [
      { title: 'Papers <of> "us" & others', address: "https://a.example/rss?a=1&b=2" },
      { title: "論文", address: "https://b.example/" },
    ];
    expect(readOpml(writeOpml("Feeds", feeds))).toEqual({ feeds, left: 0 });
    expect(readOpml(writeOpml("Feeds", []))).toEqual({ feeds: [], left: 0 });
  });
});
