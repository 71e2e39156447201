import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { giveMine } from "../../../lib/arxiv/follows/mine-here.ts";
import { minePart } from "../../../lib/arxiv/list-tools/mine-part.ts";
import { press } from "../as-browser.ts";

const close = vi.fn();
beforeEach(() => {
  document.body.innerHTML =
    '<dl><dt><a name="item1">[1]</a> <a href="/abs/2108.90001">one</a></dt><dd>One</dd></dl>';
});
afterEach(() => {
  giveMine([]);
  close.mockReset();
  document.body.replaceChildren();
});
const entry = () => document.querySelector("dt") as HTMLElement;

test("is not there while nothing of the list is followed", () => {
  expect(minePart(document, close)).toBeUndefined();
});

test("says how many, opens, and leads to an entry, which then has the focus", () => {
  giveMine([{ entry: entry(), title: "A Paper", why: "diffusion · cs.CV" }]);
  const part = minePart(document, close);
  document.body.append(part as HTMLElement);
  const [open, go] = part?.querySelectorAll("button") ?? [];
  const list = part?.querySelector("ol");
  expect([
    open?.textContent,
    open?.ariaExpanded ?? open?.getAttribute("aria-expanded"),
    list?.hidden,
  ]).toEqual(["Mine: 1", "false", true]);
  press(open);
  expect([open?.getAttribute("aria-expanded"), list?.hidden]).toEqual(["true", false]);
  expect(go?.textContent).toBe("A Paper follows: diffusion · cs.CV");
  const scroll = vi.fn();
  entry().scrollIntoView = scroll;
  press(go);
  expect(close).toHaveBeenCalledOnce();
  expect(scroll).toHaveBeenCalledWith({ block: "center" });
  expect(document.activeElement?.textContent).toBe("one");
});
