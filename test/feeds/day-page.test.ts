import { expect, test } from "vitest";
import { dayPageOf } from "../../lib/feeds/day-page.ts";
import { PLACES } from "../../lib/feeds/publish/site.ts";

test.each(["https://hot.example.org/", "https://example.org/papers/hot/"])(
  "a day of a site at %s is where the site has it",
  (base) => {
    const address = new URL(PLACES.pointer, base).href;
    expect(dayPageOf(address, "2026-08-03")).toBe(new URL(PLACES.day("2026-08-03"), base).href);
    expect(dayPageOf(`${address}?key=mine`, "2026-08-03")).toBe(new URL(PLACES.day("2026-08-03"), base).href);
  },
);

test.each(["https://hot.example.org/feed.xml", "https://hot.example.org/v1/index.json", "nowhere", ""])(
  "of %j nothing is known",
  (address) => {
    expect(dayPageOf(address, "2026-08-03")).toBeUndefined();
  },
);
