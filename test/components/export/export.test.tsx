import { fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { CopyMenu } from "../../../components/export/CopyMenu.tsx";
import { ExportMenu } from "../../../components/export/ExportMenu.tsx";
import { facts, manyFacts } from "../../marks/made.ts";

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

  test("moves by arrows, round the ends, and by Home and End; the page's own keys do not hear of it", () => {
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

  test("says so where it could not", async () => {
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
        list={() => ({ title: "12 August 2021", papers })}
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
    writeText.mockRejectedValue(new Error("the page has no focus"));
    press("Copy: JSON");
    await waitFor(() =>
      expect(document.querySelector("output")?.textContent).toBe(
        "That could not be done: the page has no focus",
      ),
    );
  });
});
