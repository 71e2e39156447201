import { expect, test } from "vitest";
import type { HotListView } from "../../lib/hot-list/hot-list-view.ts";
import type { HotListState } from "../../lib/hot-list/state/hot-list-state.ts";
import { createListAddress } from "../../lib/hot-list/state/list-address.ts";
import { type PaperId } from "../../lib/paper/paper-id.ts";

/** A page at this address, whose list of 12 August is on show. */
function open(hash: string) {
  const location = { hash } as Location;
  const went: string[] = [];
  const write = (_: unknown, __: string, next: string) => {
    location.hash = next;
    went.push(next);
  };
  const history = { pushState: write, replaceState: write } as unknown as History;
  const address = createListAddress({ location, history });
  address.asked();
  const name = (change: Partial<HotListState> = {}, anew = false) =>
    address.name(
      {
        view: day("2021-08-12"),
        category: undefined,
        paper: undefined,
        saved: undefined,
        search: searched(""),
        ...change,
      },
      anew,
    );
  return { address, location, name, went };
}
const searched = (text: string): HotListState["search"] => ({ text, state: "ready" });
const day = (date: string) =>
  ({ kind: "list", list: { period: { span: "day", date } } }) as unknown as HotListView;

test("the day on show is named in place of “newest”, with category and search of the address", () => {
  const { location, name } = open("#day?category=cs.AI&search=graph");
  name({ category: "cs.AI", search: searched("graph") });
  expect(location.hash).toBe("#2021-08-12?category=cs.AI&search=graph");
});

test("an address that asks for nothing, for a paper or for the saved ones stays", () => {
  for (const [hash, change] of [
    ["", {}],
    ["#paper/2108.00001", { paper: "2108.00001" as PaperId }],
    ["#saved", { saved: {} as HotListState["saved"] }],
  ] as const) {
    const { name, went } = open(hash);
    name(change);
    expect(went).toEqual([]);
  }
});

test("a search of the address goes on in the next period, whether by a step or by a link", () => {
  const { address, location, name } = open("#2021-08-12?search=graph");
  const search = searched("graph");
  name({ search });
  address.go({ span: "day", date: "2021-08-11" }, "cs.AI");
  expect(location.hash).toBe("#2021-08-11?category=cs.AI&search=graph");
  location.hash = "#2021-08-10";
  address.asked();
  name({ search, view: day("2021-08-10") });
  expect(location.hash).toBe("#2021-08-10?search=graph");
});

test("a search that was changed leaves the address, and does not come back", () => {
  const { location, name } = open("#2021-08-12?search=graph");
  const view = day("2021-08-12");
  name({ view, search: searched("graph") });
  name({ view, search: searched("graphs") });
  expect(location.hash).toBe("#2021-08-12");
  name({ view: day("2021-08-11"), search: searched("graph") });
  expect(location.hash).toBe("#2021-08-11");
});

test("until another list is on show, an address that was asked for is not overwritten", () => {
  const { address, location, name } = open("#2021-08-12");
  const view = day("2021-08-12");
  name({ view });
  location.hash = "#2021-08-11";
  address.asked();
  name({ view });
  expect(location.hash).toBe("#2021-08-11");
});

test("a category that is gone leaves the address at once, and the search stays", () => {
  const { location, name } = open("#2021-08-12?category=cs.AI&search=graph");
  const view = day("2021-08-12");
  const search = searched("graph");
  name({ view, search, category: "cs.AI" });
  name({ view, search }, true);
  expect(location.hash).toBe("#2021-08-12?search=graph");
});
