import { fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { Popup } from "../../../components/popup/Popup.tsx";
import { CopyMenu } from "../../../components/export/CopyMenu.tsx";
import { ExportMenu } from "../../../components/export/ExportMenu.tsx";
import type { ShownPaper } from "../../../lib/hot-list/shown-paper.ts";
import type { PaperId } from "../../../lib/paper/paper-id.ts";
import type { HotListState } from "../../../lib/hot-list/state/hot-list-state.ts";
import { ALL_SAVED } from "../../../lib/hot-list/saved-choice.ts";
import { facts, manyFacts } from "../../marks/made.ts";
import { loadLaterParts, dayView, hotListActions, hotListState, paper } from "../made.ts";
import { PlainError } from "../../../lib/texts/plain-error.ts";

beforeAll(loadLaterParts);

const writeText = vi.fn<(text: string) => Promise<void>>();
beforeEach(() => {
  writeText.mockReset().mockResolvedValue();
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
});
/** Browsers open a popover themselves; happy-dom has none. */
const open = (menu: Element) => fireEvent(menu, Object.assign(new Event("toggle"), { newState: "open" }));
const close = (menu: Element) => fireEvent(menu, Object.assign(new Event("toggle"), { newState: "closed" }));
Object.defineProperty(HTMLElement.prototype, "hidePopover", {
  value(this: HTMLElement) {
    close(this);
  },
});
const status = () => screen.getByRole("status").textContent;

describe("copying a paper", () => {
  const button = () => screen.getByRole("button", { name: "Copy: A Paper About Something" });
  const menu = () => document.querySelector('[role="menu"]') as HTMLElement;
  const items = () => [...menu().querySelectorAll<HTMLElement>("[role=menuitem]")];
  function show() {
    render(<CopyMenu paper={facts()} />);
    fireEvent.click(button());
    open(menu());
  }

  test("is a quiet button whose menu has nothing in it before it opens", () => {
    render(<CopyMenu paper={facts()} />);
    expect(button().getAttribute("aria-haspopup")).toBe("menu");
    expect(button().getAttribute("popovertarget")).toBe(menu().id);
    expect(menu().getAttribute("popover")).toBe("auto");
    expect(items()).toEqual([]);
  });

  test("offers link, Markdown and BibTeX, and begins at the first", () => {
    show();
    expect(items().map(({ textContent }) => textContent)).toEqual(["Link", "Markdown", "BibTeX"]);
    expect(document.activeElement).toBe(items()[0]);
    close(menu());
    expect(items()).toEqual([]);
  });

  test("moves by arrows, round the ends, by Home and End; the page's own keys do not hear of it", () => {
    show();
    const heard = vi.fn<() => void>();
    document.body.addEventListener("keydown", heard, { once: true });
    const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
    press("ArrowDown");
    expect(document.activeElement).toBe(items()[1]);
    press("End");
    expect(document.activeElement).toBe(items()[2]);
    press("ArrowDown");
    expect(document.activeElement).toBe(items()[0]);
    press("ArrowUp");
    expect(document.activeElement).toBe(items()[2]);
    press("Home");
    expect(document.activeElement).toBe(items()[0]);
    expect(heard).not.toHaveBeenCalled();
  });

  test.each([
    ["Link", "https://arxiv.org/abs/2108.04840"],
    ["Markdown", "[A Paper About Something](https://arxiv.org/abs/2108.04840), Ada One and Bo Two, 2021"],
    ["BibTeX", expect.stringMatching(/^@misc\{one2021paper,\n/u) as string],
  ])("%s", async (name, text) => {
    show();
    fireEvent.click(screen.getByText(name));
    await waitFor(() => expect(status()).toBe("Copied"));
    expect(writeText.mock.calls).toEqual([[text]]);
  });

  test("says so if it could not", async () => {
    writeText.mockRejectedValue(new Error("not allowed"));
    show();
    fireEvent.click(screen.getByText("Link"));
    await waitFor(() => expect(status()).toBe("Could not copy"));
    expect(screen.getByRole("status").className).toBe("failed");
  });
});

describe("exporting a list", () => {
  const onSave = vi.fn<(name: string, type: string, content: string) => void>();
  const papers = manyFacts(2);
  beforeEach(() => {
    onSave.mockReset();
    render(
      <ExportMenu
        list={async () => ({ title: "12 August 2021", papers })}
        count={2}
        fileName="hot-papers-2021-08-12"
        onSave={onSave}
      />,
    );
  });
  const press = (name: string) => fireEvent.click(screen.getByRole("button", { name, hidden: true }));

  test.each([
    ["BibTeX", "hot-papers-2021-08-12.bib", /^@misc\{one2021paper1,/u],
    ["RIS", "hot-papers-2021-08-12.ris", /^TY {2}- UNPB\r\n/u],
    ["Markdown", "hot-papers-2021-08-12.md", /^# 12 August 2021\n\n- \[Paper 1\]/u],
    ["CSV", "hot-papers-2021-08-12.csv", /^\uFEFFid,date,/u],
    ["JSON", "hot-papers-2021-08-12.json", /^\{\n {2}"version": 1,/u],
  ])("%s is a file of its own", async (format, name, begins) => {
    press(`Save file: ${format}`);
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    expect(onSave.mock.calls[0]?.[0]).toBe(name);
    expect(onSave.mock.calls[0]?.[2]).toMatch(begins);
    await waitFor(() => expect(document.querySelector("output")?.textContent).toBe(`Saved as ${name}`));
  });

  test("goes by the clipboard too", async () => {
    press("Copy: Markdown");
    await waitFor(() => expect(writeText).toHaveBeenCalledOnce());
    expect(writeText.mock.calls[0]?.[0]).toMatch(/^# 12 August 2021/u);
    expect(onSave).not.toHaveBeenCalled();
  });

  test("says what did not work", async () => {
    writeText.mockRejectedValue(new DOMException("Document is not focused.", "NotAllowedError"));
    press("Copy: JSON");
    const said = () => document.querySelector("output")?.textContent;
    await waitFor(() => expect(said()).toMatch(/^That did not work: .*\(NotAllowedError\)/u));
    expect(said()).not.toContain("focused"); // what the browser says is for developers
  });
});

describe("exporting the list on show", () => {
  const marking = (marks: [string, { saved?: number; read?: number }][]) => ({
    marks: new Map(marks.map(([id, mark]) => [id as PaperId, mark])),
    onMark: vi.fn<() => void>(),
    onNote: vi.fn<() => void>(),
    onUnsave: vi.fn<() => void>(),
    onOpen: vi.fn<() => void>(),
    onUndo: vi.fn<() => void>(),
  });
  function show(change: Partial<HotListState>) {
    const actions = hotListActions();
    const state = { ...hotListState(dayView()), ...change };
    render(<Popup state={state} actions={actions} optionsUrl="options.html" archiveUrl="archive.html" />);
    return actions;
  }
  async function copied(format: string): Promise<string> {
    fireEvent.click(screen.getByRole("button", { name: `Copy: ${format}`, hidden: true }));
    await waitFor(() => expect(writeText).toHaveBeenCalledOnce());
    return writeText.mock.calls[0]?.[0] ?? "";
  }
  const columns = (csv: string, line: number) => {
    const [names, ...rows] = csv.slice(1).split("\r\n");
    const values = rows[line]?.split(",") ?? [];
    return Object.fromEntries(names?.split(",").map((name, at) => [name, values[at]]) ?? []);
  };

  test("takes the words of its papers along, also if the list was read without them", async () => {
    const actions = show({});
    actions.withFullTexts = async (papers) =>
      papers.map((each: ShownPaper) => ({ ...each, abstract: `Of ${each.title}.` }));
    const ris = await copied("RIS");
    expect(ris.match(/^AB {2}- .*$/gmu)).toEqual([
      "AB  - Of Paper 1.",
      "AB  - Of Paper 2.",
      "AB  - Of Paper 3.",
    ]);
  });

  test("says so if the words cannot be read, and gives no part of it", async () => {
    const actions = show({});
    actions.withFullTexts = async () => {
      throw new PlainError("The index is closed.");
    };
    fireEvent.click(screen.getByRole("button", { name: "Copy: JSON", hidden: true }));
    await screen.findByText("That did not work: The index is closed.");
    expect(writeText).not.toHaveBeenCalled();
  });

  test("tells when papers were saved and read", async () => {
    show({ marking: marking([["2108.00002", { saved: 0, read: 86_400_000 }]]) });
    const csv = await copied("CSV");
    expect(columns(csv, 0)).toMatchObject({ id: "arXiv:2108.00001", saved: "", read: "" });
    expect(columns(csv, 1)).toMatchObject({
      id: "arXiv:2108.00002",
      saved: "1970-01-01T00:00:00.000Z",
      read: "1970-01-02T00:00:00.000Z",
    });
  });

  const gone = paper({ id: "2108.00009" as PaperId, rank: 0, of: 0, heat: 0, counts: [], posts: [] });

  test("of saved papers has no figure of one whose digest is gone: unknown is not zero", async () => {
    show({ saved: { choice: ALL_SAVED, papers: [gone] }, marking: marking([[gone.id, { saved: 0 }]]) });
    const csv = await copied("CSV");
    expect(columns(csv, 0)).toMatchObject({
      id: "arXiv:2108.00009",
      rank: "",
      twitter_likes: "",
      posts: "",
      saved: "1970-01-01T00:00:00.000Z",
      read: "",
    });
  });

  test("of saved papers says neither rank nor posts of such a one in JSON, and all of the others", async () => {
    show({
      saved: { choice: ALL_SAVED, papers: [gone, paper({ abstract: "We." })] },
      marking: marking([["2108.00001", { saved: 0 }]]),
    });
    const json = JSON.parse(await copied("JSON")) as { papers: Record<string, unknown>[] };
    expect(Object.keys(json.papers[0] ?? {})).toEqual(["id", "date", "title", "authors", "categories"]);
    expect(json.papers[1]).toMatchObject({
      rank: 1,
      abstract: "We.",
      counts: [{ network: "twitter", reposts: 3135 }],
      saved: "1970-01-01T00:00:00.000Z",
    });
  });
});

describe("a list that is shared", () => {
  const list = async () => ({ title: "12 August 2021", ofOneDay: true, papers: [paper({ rank: 3 })] });
  const show = (webPage?: () => Promise<string | undefined>) =>
    render(<ExportMenu list={list} count={1} fileName="hot-papers-2021-08-12" webPage={webPage} />);

  test("is copied as HTML and Markdown at once, with ranks, figures and links", async () => {
    const write = vi.fn<(items: { data: Record<string, Blob> }[]) => Promise<void>>().mockResolvedValue();
    Object.defineProperty(navigator, "clipboard", { value: { write }, configurable: true });
    vi.stubGlobal(
      "ClipboardItem",
      class {
        readonly data: Record<string, Blob>;
        constructor(data: Record<string, Blob>) {
          this.data = data;
        }
      },
    );
    show();
    fireEvent.click(screen.getByText("Copy list"));
    await waitFor(() => expect(document.querySelector(".export-said")?.textContent).toBe("Copied"));
    const { data = {} } = write.mock.calls[0]?.[0][0] ?? {};
    expect(Object.keys(data)).toEqual(["text/html", "text/plain"]);
    expect(await data["text/html"]?.text()).toContain(
      '<li value="3"><a href="https://arxiv.org/abs/2108.00001">',
    );
    expect(await data["text/plain"]?.text()).toContain(
      "- **3.** [A Paper About Something](https://arxiv.org/abs/",
    );
  });

  test("has a link to its page on the web if there is one, once the menu is open", async () => {
    show(() => Promise.resolve("https://hot.example.org/days/2021-08-12.html"));
    expect(screen.queryByText("Copy link to this day")).toBeNull();
    fireEvent(
      document.querySelector("#export") as Element,
      Object.assign(new Event("beforetoggle"), { newState: "open" }),
    );
    fireEvent.click(await screen.findByText("Copy link to this day"));
    await waitFor(() =>
      expect(writeText.mock.calls).toEqual([["https://hot.example.org/days/2021-08-12.html"]]),
    );
  });
});
