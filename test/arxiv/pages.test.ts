import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Badge } from "../../lib/messages/messages.ts";
import { start } from "../../lib/arxiv/decorate.ts";
import { watchEntries } from "../../lib/arxiv/entries.ts";
import { pageOf } from "../../lib/arxiv/page-kind.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { madeBadge } from "./made-badges.ts";
import { openPage, ownPage, ownPages, type SavedPage, sharedPages } from "./saved-pages.ts";
import { describeWithShared } from "../setup/shared.ts";
import { settled } from "../setup/settled.ts";

const never = new Promise<never>(() => {});
const started: AbortController[] = [];

afterEach(() => {
  for (const each of started.splice(0)) each.abort();
});

/** Starts on a page with an index that knows the papers that `knows` says, and waits until it has fallen silent. */
async function decorate(document: Document, url: string, knows: (id: PaperId) => boolean) {
  const questions: PaperId[][] = [];
  const lines: string[] = [];
  const ended = new AbortController();
  started.push(ended);
  start({
    document,
    url,
    signal: ended.signal,
    lookup: async (ids): Promise<Badge[]> => {
      questions.push(ids);
      return ids.filter(knows).map((id) => madeBadge(id));
    },
    conversations: () => never,
    report: (line) => lines.push(line),
  });
  await settled();
  return { questions, lines, ended };
}

const badgeIds = (document: Document) =>
  [...document.querySelectorAll<HTMLElement>("[data-hot-paper]")].map((host) => host.dataset["hotPaper"]);
const markup = (document: Document) => document.documentElement.outerHTML;
/** The page's markup without our hosts: must be arXiv's, byte for byte. */
const arxivsMarkup = (document: Document) =>
  markup(document).replaceAll(/<hot-paper [^>]*><\/hot-paper>/gu, "");

/** Every second id, so that a page has papers in and out of the index. */
const everySecond = (ids: string[]) => new Set([...new Set(ids)].filter((_, i) => i % 2 === 0));

function check(page: SavedPage) {
  let document: Document;
  // Once for all tests: each leaves the page as it was, and says so if it does not.
  beforeAll(() => {
    document = openPage(page);
  });

  test("all papers known: a badge per entry, in order, and arXiv's text and structure unchanged", async () => {
    const before = { markup: markup(document), text: document.body.textContent };
    const { questions, lines } = await decorate(document, page.url, () => true);
    expect(badgeIds(document)).toEqual(page.ids);
    expect(document.body.textContent).toBe(before.text);
    expect(arxivsMarkup(document)).toBe(before.markup);
    const asked = questions.flat();
    expect(questions.length, "one question for the whole page").toBeLessThanOrEqual(1);
    expect(asked, "no paper asked for twice").toEqual([...new Set(asked)]);
    expect(asked).toEqual(expect.arrayContaining(page.ids));
    expect(lines, "nothing looks as if arXiv had changed it").toEqual([]);
  });

  test("every second paper known: exactly those", async () => {
    const known = everySecond(page.ids);
    await decorate(document, page.url, (id) => known.has(id));
    expect(badgeIds(document)).toEqual(page.ids.filter((id) => known.has(id)));
  });

  test("doing it twice changes nothing, and after the end the page is arXiv's again", async () => {
    const before = markup(document);
    const first = await decorate(document, page.url, () => true);
    const once = markup(document);
    const second = await decorate(document, page.url, () => true);
    expect(markup(document)).toBe(once);
    first.ended.abort();
    expect(markup(document), "the end of an older copy takes nothing from the newer").toBe(once);
    second.ended.abort();
    expect(markup(document)).toBe(before);
  });

  test("a page of another site with the same markup gets nothing", async () => {
    const { questions } = await decorate(document, page.url.replace("arxiv.org", "example.org"), () => true);
    expect(badgeIds(document)).toEqual([]);
    expect(questions).toEqual([]);
  });
}

describe.each(ownPages)("our own page $name", (page) => {
  check(page);

  test("is told from all other kinds by its address", () => {
    expect(pageOf(page.url)?.kind ?? "none").toBe(page.kind);
  });
});

describeWithShared("arxiv-pages", "every page of ../shared/arxiv-pages", () => {
  describe.each(sharedPages)("$name", (page) => {
    check(page);
  });
});

describe("the badge of an abstract page", () => {
  const placed = async (name: string) => {
    const page = ownPage(name);
    const document = openPage(page);
    await decorate(document, page.url, () => true);
    const host = document.querySelector<HTMLElement>("hot-paper");
    return { look: host?.dataset["look"], parent: host?.parentElement, before: host?.previousElementSibling };
  };

  test("is after the authors, in a line of its own", async () => {
    const { look, before } = await placed("abs");
    expect([look, before?.className]).toEqual(["line", "authors"]);
  });

  test("is at the end of the authors on arXiv's next page: after them it would be a grid item", async () => {
    const { look, parent, before } = await placed("abs-next");
    expect([look, parent?.className, before?.id]).toEqual(["line", "abs-authors", "authors-toggle"]);
  });

  test("is a pill after the first authors of a page that we do not know, and takes no room", async () => {
    const { look, parent, before } = await placed("abs-unknown");
    expect([look, parent?.className, before?.localName]).toEqual(["pill", "by", "button"]);
  });
});

test("an entry is found only if all of its parts are there", () => {
  const page = pageOf("https://arxiv.org/list/cs/new");
  if (!page) throw new Error("a list is no page");
  const document = new DOMParser().parseFromString(
    `<div id="dlpage"><dl><dt><a title="Abstract" href="/abs/nonsense">x</a></dt><dt>no link</dt></dl></div>
     <dl><dt><a title="Abstract" href="/abs/2108.90001">outside of the list</a></dt></dl>`,
    "text/html",
  );
  const onSpots = vi.fn<(slots: unknown) => void>();
  watchEntries({
    document,
    page,
    signal: new AbortController().signal,
    onSight: () => undefined,
    onSpots,
    onEnd: () => {},
  });
  expect(onSpots).not.toHaveBeenCalled();
});
