import { describe, expect, test } from "vitest";
import type { PageKind } from "../../lib/messages/messages.ts";
import { pageOf } from "../../lib/arxiv/page-kind.ts";

/** Real addresses, and what each shows. Every one is tried against every kind, because only one may claim it. */
const ADDRESSES: Record<PageKind | "none", string[]> = {
  abs: [
    "https://arxiv.org/abs/2108.04840",
    "https://arxiv.org/abs/2108.04840v1",
    "https://arxiv.org/abs/1810.04805?context=cs",
    "https://arxiv.org/abs/0704.0374",
    "https://arxiv.org/abs/hep-th/9901001",
    "https://arxiv.org/abs/hep-th/9901001v3#content",
    "https://arxiv.org/abs/math.GT/0309136",
    "https://arxiv.org/abs/HEP-TH/9901001",
    "https://arxiv.org/abs/arXiv:2108.04840",
    "https://arxiv.org/abs/2108.04840/",
    "https://arxiv.org/abs/2108.04840V2",
    "https://arxiv.org/abs?id=2108.04840",
    "https://arxiv.org/abs?archive=hep-th&papernum=9901001",
    "https://arxiv.org/abs?hep-th/9901001",
    "https://www.arxiv.org/abs/2108.04840",
    "https://export.arxiv.org/abs/2108.04840",
    "https://browse.arxiv.org/abs/2108.04840",
  ],
  "list-new": [
    "https://arxiv.org/list/cs/new",
    "https://arxiv.org/list/cs.CL/new?skip=25&show=25",
    "https://export.arxiv.org/list/astro-ph.GA/new",
  ],
  "list-recent": [
    "https://arxiv.org/list/cs.LG/recent",
    "https://arxiv.org/list/cs.LG/pastweek?skip=0&show=50",
    "https://www.arxiv.org/list/stat.ML/recent",
  ],
  "list-month": [
    "https://arxiv.org/list/astro-ph/2020-06?skip=0&show=100",
    "https://arxiv.org/list/hep-th/current",
    "https://arxiv.org/list/cs/202301",
  ],
  "list-year": ["https://arxiv.org/list/astro-ph/2018?skip=100&show=50", "https://arxiv.org/list/cs/2301"],
  "list-form": ["https://arxiv.org/list?archive=cs&year=2021&month=08", "https://arxiv.org/list/"],
  catchup: [
    "https://arxiv.org/catchup/cs.CL/2022-01-12",
    "https://arxiv.org/catchup/grp_physics/2011-02-03?abs=False&page=1",
  ],
  author: [
    "https://arxiv.org/a/levine_s_1",
    "https://arxiv.org/a/levine_s_1.html",
    "https://arxiv.org/a/0000-0002-1825-0097",
  ],
  search: [
    "https://arxiv.org/search",
    "https://arxiv.org/search/?query=transformer&searchtype=all&source=header",
    "https://arxiv.org/search/math?query=theory&searchtype=all&size=25&start=25",
    "https://arxiv.org/search/cs,math?query=theory",
  ],
  "advanced-search": [
    "https://arxiv.org/search/advanced?advanced=&terms-0-term=theory&include_older_versions=y",
    "https://arxiv.org/search/advanced/physics",
  ],
  html: ["https://arxiv.org/html/cs/9901011", "https://arxiv.org/html/2403.00001v2"],
  none: [
    "https://arxiv.org/",
    "https://arxiv.org/abs",
    "https://arxiv.org/abs/",
    "https://arxiv.org/abs/2113.00001",
    "https://arxiv.org/abs/%E0%A4%A",
    "https://arxiv.org/abs/2108.04840?fmt=txt",
    "https://arxiv.org/absolutely/2108.04840",
    "https://arxiv.org/pdf/2108.04840",
    "https://arxiv.org/format/2108.04840",
    "https://arxiv.org/tb/0904.1234",
    "https://arxiv.org/html/introduction",
    "https://arxiv.org/list/cs",
    "https://arxiv.org/list/cs/stats",
    "https://arxiv.org/listing/cs/new",
    "https://arxiv.org/catchup",
    "https://arxiv.org/a/",
    "https://arxiv.org/a/levine_s_1.json",
    "https://arxiv.org/a/levine_s_1.atom2",
    "https://arxiv.org/archive/astro-ph",
    "https://arxiv.org/year/astro-ph/2018",
    "https://arxiv.org/search/status",
    "https://arxiv.org/category_taxonomy",
    "https://info.arxiv.org/abs/2108.04840",
    "https://arxiv.org.example/abs/2108.04840",
    "https://notarxiv.org/abs/2108.04840",
  ],
};

describe.each(Object.entries(ADDRESSES))("%s", (kind, addresses) => {
  test.each(addresses)("%s is that and nothing else", (address) => {
    expect(pageOf(address)?.kind ?? "none").toBe(kind);
  });
});

test("an abstract page's address names its paper in canonical form, whatever the link's form", () => {
  const ids = ADDRESSES.abs.map((address) => pageOf(address)?.id);
  expect(new Set(ids)).toEqual(
    new Set(["2108.04840", "1810.04805", "0704.0374", "hep-th/9901001", "math/0309136"]),
  );
});

test("pages of one paper have a switch of their own in the options, all other pages share one", () => {
  expect(pageOf("https://arxiv.org/abs/2108.04840")?.group).toBe("abstract");
  expect(pageOf("https://arxiv.org/search/?query=x")?.group).toBe("list");
  expect(pageOf("https://arxiv.org/html/cs/9901011")?.group).toBe("abstract");
});
