import { afterEach, expect, test, vi } from "vitest";
import { tellPaper } from "../../lib/arxiv/paper-dot.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { fire } from "./as-browser.ts";

const settled = () => new Promise((done) => setTimeout(done));
const looksUp = () => vi.fn<(id: PaperId) => Promise<boolean>>(async () => false);
let isHot = looksUp();
let tell = vi.fn<() => void>();
const open = async (path: string) => {
  tellPaper({ document, path, isHot, tell });
  await settled();
};
afterEach(() => {
  isHot = looksUp(); // pages of the tests before keep their own
  tell = vi.fn();
  Reflect.deleteProperty(document, "prerendering");
});

test.each([
  ["/abs/2108.04840", "2108.04840"],
  ["/pdf/2108.04840v2", "2108.04840"],
  ["/pdf/2108.04840v2.pdf", "2108.04840"],
  ["/pdf/hep-th/9901001v1", "hep-th/9901001"],
  ["/abs/math.GT/0309136", "math/0309136"],
  ["/html/2108.04840v1/", "2108.04840"],
])("%s is looked up as %s and told if a digest has it", async (path, id) => {
  isHot.mockResolvedValue(true);
  await open(path);
  expect(isHot.mock.calls).toEqual([[id]]);
  expect(tell).toHaveBeenCalledOnce();
});

test("the background is left asleep if no digest has the paper, or the extension is gone", async () => {
  isHot.mockResolvedValueOnce(false).mockRejectedValueOnce(new Error("Extension context invalidated."));
  await open("/abs/2108.04840");
  await open("/abs/2108.04840");
  expect(tell).not.toHaveBeenCalled();
});

test("a page that names no paper looks nothing up", async () => {
  await open("/html/2108.04840v1/figures/plot.html");
  await open("/abs/");
  expect(isHot).not.toHaveBeenCalled();
});

test("a page that comes back from the back/forward cache is told again, because its dot is gone", async () => {
  isHot.mockResolvedValue(true);
  await open("/abs/2108.04840");
  fire(window, Object.assign(new Event("pageshow"), { persisted: false }));
  await settled();
  expect(tell).toHaveBeenCalledOnce();
  fire(window, Object.assign(new Event("pageshow"), { persisted: true }));
  await settled();
  expect(tell).toHaveBeenCalledTimes(2);
});

test("a page that is made ready before it is wanted is told when it is seen", async () => {
  isHot.mockResolvedValue(true);
  Object.defineProperty(document, "prerendering", { value: true, configurable: true });
  await open("/abs/2108.04840");
  expect(tell).not.toHaveBeenCalled();
  fire(document, new Event("prerenderingchange"));
  await settled();
  expect(tell).toHaveBeenCalledOnce();
});
