import { describe, expect, test } from "vitest";
import { popoverPlace } from "../../lib/arxiv/conversation/popover-position.ts";

const badge = (left: number, top: number) => ({ left, top, bottom: top + 24 });
const view = (width: number, height: number, scrollX = 0, scrollY = 0) => ({
  width,
  height,
  scrollX,
  scrollY,
});

describe("a conversation is beside its badge and inside the window", () => {
  test("below it if there is room, scrolling with the page", () => {
    expect(popoverPlace(badge(300, 100), view(1280, 900, 0, 1000), 560)).toEqual({
      left: 300,
      width: 560,
      top: 1128,
      maxHeight: 900 - 124 - 4 - 8,
    });
  });

  test("above it if there is more room", () => {
    expect(popoverPlace(badge(300, 700), view(1280, 900, 0, 1000), 560)).toEqual({
      left: 300,
      width: 560,
      bottom: 900 - 700 + 4 - 1000,
      maxHeight: 700 - 4 - 8,
    });
  });

  test("never over the window's right edge", () => {
    expect(popoverPlace(badge(1200, 100), view(1280, 900), 560).left).toBe(1280 - 8 - 560);
  });

  test("as wide as a phone's window allows", () => {
    expect(popoverPlace(badge(330, 100), view(360, 740), 560)).toMatchObject({ left: 8, width: 344 });
  });

  test("moved with a page that is scrolled sideways", () => {
    expect(popoverPlace(badge(20, 100), view(1280, 900, 50), 560).left).toBe(70);
  });
});
