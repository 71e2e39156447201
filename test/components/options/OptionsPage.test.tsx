import { createEvent, fireEvent, render, screen } from "@testing-library/preact";
import { describe, expect, test, vi } from "vitest";
import { OptionsPage, type OptionsPageProps } from "../../../components/options/OptionsPage.tsx";
import type { BundledState } from "../../../lib/settings/bundled-state.ts";
import type { ImportReport, IndexStatus } from "../../../lib/messages/messages.ts";
import type { FileOutcome } from "../../../components/options/import-state.ts";
import { DEFAULTS } from "../../../lib/settings/settings.ts";
import type { OptionsModel } from "../../../components/options/options-model.ts";

const whole: IndexStatus = {
  archive: "whole",
  progress: 1,
  digests: 294,
  papers: 3343,
  newest: "2022-01-13",
  oldest: "2020-06-29",
  bytes: 3_140_000,
};
const empty: IndexStatus = { archive: "deleted", progress: 0, digests: 0, papers: 0, bytes: 0 };
const filled: OptionsModel = {
  settings: { ...DEFAULTS, listBadges: false },
  status: whole,
  archive: { state: "whole" },
  access: true,
  imports: { kind: "idle" },
};

function show(change: Partial<OptionsModel> = {}) {
  const props: OptionsPageProps = {
    model: { ...filled, ...change },
    version: "1.0.0",
    onChange: vi.fn(),
    onFiles: vi.fn(),
    onDelete: vi.fn(),
    onExport: vi.fn(),
    onRestore: vi.fn(),
    onGrantAccess: vi.fn(),
  };
  return { ...render(<OptionsPage {...props} />), props };
}
const text = () => document.body.textContent;
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const button = (name: string) => screen.getByRole("button", { name });

describe("the page", () => {
  test("is there before anything has been read, with switches that cannot be pressed yet", () => {
    render(<OptionsPage {...show().props} model={{ imports: { kind: "idle" } }} />, {
      container: document.body.appendChild(document.createElement("div")),
    });
    expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(2);
    const [, second] = screen.getAllByLabelText<HTMLInputElement>("On lists");
    expect(second?.disabled).toBe(true);
  });

  test("says on which kinds of arXiv's pages nothing was found, and ignores unknown kinds", () => {
    const { rerender, props } = show();
    expect(text()).not.toContain("has changed");
    rerender(<OptionsPage {...props} changedPages={["unheard-of"]} />);
    expect(text()).not.toContain("has changed");
    rerender(<OptionsPage {...props} changedPages={["search", "unheard-of", "abs"]} />);
    expect(text()).toContain(
      "arXiv’s page has changed. Hot Papers found no papers on: abstract pages, search results.",
    );
  });

  test("has a heading for each of its parts, its version, and what leaves the browser", () => {
    show();
    expect(screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      "Badges on arXiv",
      "Appearance",
      "Import digest files",
      "What is in the index",
      "Where the data comes from, and where it goes",
    ]);
    expect(text()).toContain("Version 1.0.0");
    expect(text()).toContain("never leave it");
  });

  test("says what a press could not do", () => {
    show({ trouble: "no room on the disk" });
    expect(screen.getByRole("alert").textContent).toContain("no room on the disk");
  });

  test("says that arXiv's access is missing only once that is known", () => {
    const { access: _, ...unknown } = filled;
    const { rerender, props } = show();
    rerender(<OptionsPage {...props} model={unknown} />);
    expect(screen.queryByRole("button", { name: "Allow on arXiv" })).toBeNull();
    rerender(<OptionsPage {...props} model={{ ...filled, access: false }} />);
    press("Allow on arXiv");
    expect(props.onGrantAccess).toHaveBeenCalledOnce();
  });
});

describe("switches", () => {
  test("show what is chosen, each with what it does", () => {
    show();
    expect(screen.getByLabelText<HTMLInputElement>("On abstract pages").checked).toBe(true);
    const lists = screen.getByLabelText<HTMLInputElement>("On lists");
    expect(lists.checked).toBe(false);
    const hint = document.getElementById(lists.getAttribute("aria-describedby") ?? "");
    expect(hint?.textContent).toContain("A small mark");
  });

  test("tell just what was switched", () => {
    const { props } = show();
    fireEvent.click(screen.getByLabelText("On abstract pages"));
    fireEvent.click(screen.getByLabelText("On lists"));
    expect(vi.mocked(props.onChange).mock.calls).toEqual([
      [{ abstractBadges: false }],
      [{ listBadges: true }],
    ]);
  });
});

describe("choices", () => {
  const choose = (name: string, value: string) =>
    fireEvent.change(screen.getByLabelText(name), { target: { value } });

  test("of heat and theme show what is in force and tell what was chosen", () => {
    const { props } = show();
    expect(screen.getByLabelText<HTMLSelectElement>("Which papers").value).toBe("1");
    expect(screen.getByLabelText<HTMLSelectElement>("Theme").value).toBe("system");
    choose("Which papers", "4");
    choose("Theme", "dark");
    fireEvent.click(screen.getByLabelText("Hide figures"));
    expect(vi.mocked(props.onChange).mock.calls).toEqual([
      [{ leastHeat: 4 }],
      [{ theme: "dark" }],
      [{ hideFigures: true }],
    ]);
  });

  test("cannot be made before what is in force is known", () => {
    const { settings: _, ...unknown } = filled;
    const { props } = show();
    render(<OptionsPage {...props} model={unknown} />);
    const [, second] = screen.getAllByLabelText<HTMLSelectElement>("Theme");
    expect(second?.disabled).toBe(true);
  });
});

describe("the index", () => {
  const facts = () =>
    [...document.querySelectorAll("dl > div")].map((row) => row.querySelector("dd")?.textContent ?? "");

  test("is told in figures", () => {
    show();
    expect(facts()).toEqual(["Complete", "294", "3,343", "13 January 2022", "29 June 2020", "3.1 MB"]);
  });

  test("keeps its lines while nothing is known", () => {
    const { status: _, archive: __, ...unknown } = filled;
    render(<OptionsPage {...show().props} model={unknown} />);
    expect(facts().slice(6)).toEqual(["…", "…", "…", "…", "…", "…"]);
  });

  test("empty has no first and last day", () => {
    show({ status: empty, archive: { state: "deleted" } });
    expect(facts()).toEqual(["Deleted", "0", "0", "–", "–", "0 byte"]);
  });

  test.each<[BundledState, string]>([
    [{ state: "importing", progress: 0.4 }, "40%"],
    [{ state: "failed", failure: "The disk is full." }, "Could not be imported: The disk is full."],
  ])("tells that the archive is %j, while the worker still told otherwise", (archive, words) => {
    show({ archive });
    expect(facts()[0]).toContain(words);
  });

  test("is deleted in two steps, of which the first can be taken back", () => {
    const { props, container } = show();
    const question = container.querySelector("dialog") as HTMLDialogElement;
    expect(question.open).toBe(false);
    press("Delete everything…");
    expect(question.open).toBe(true);
    expect(props.onDelete).not.toHaveBeenCalled();
    press("Keep them");
    expect(question.open).toBe(false);
    expect(props.onDelete).not.toHaveBeenCalled();

    press("Delete everything…");
    press("Delete everything");
    expect(question.open).toBe(false);
    expect(props.onDelete).toHaveBeenCalledExactlyOnceWith(false);
  });

  test("is deleted with feeds, settings and marks only if that is ticked, each time anew", () => {
    const { props } = show();
    for (const all of [true, false]) {
      press("Delete everything…");
      const box = screen.getByLabelText<HTMLInputElement>(/^Also my feeds, settings/u);
      expect(box.checked).toBe(false);
      if (all) fireEvent.click(box);
      press("Delete everything");
      expect(props.onDelete).toHaveBeenLastCalledWith(all);
    }
  });

  test("the reader's own data is saved by one press, which is idle while something goes on", () => {
    const { props, rerender } = show();
    press("Save my data to a file");
    expect(props.onExport).toHaveBeenCalledOnce();
    rerender(<OptionsPage {...props} model={{ ...filled, busy: "exporting" }} />);
    press("Save my data to a file");
    expect(props.onExport).toHaveBeenCalledOnce();
  });

  test("the question says what is lost and how it comes back, and has its harmless answer first", () => {
    const { container } = show();
    const question = container.querySelector("dialog");
    const description = document.getElementById(question?.getAttribute("aria-describedby") ?? "");
    expect(description?.textContent).toContain("You can restore");
    expect(question?.querySelector("button")?.textContent).toBe("Keep them");
  });

  test("that is being deleted is not deleted once more", () => {
    const { container, props } = show({ busy: "deleting" });
    press("Deleting…");
    expect(container.querySelector("dialog")?.open).toBe(false);
    expect(props.onDelete).not.toHaveBeenCalled();
  });

  test("that is empty can still be deleted with feeds, settings and marks", () => {
    const { container } = show({ status: empty, archive: { state: "deleted" } });
    press("Delete everything…");
    expect(container.querySelector("dialog")?.open).toBe(true);
  });

  test.each(["deleted", "failed"] as const)("gets the archive back after it was %s", (state) => {
    const { props } = show({ status: empty, archive: { state } });
    press("Restore the bundled digests");
    expect(props.onRestore).toHaveBeenCalledOnce();
  });

  test.each<BundledState>([{ state: "whole" }, { state: "importing", progress: 0 }])(
    "needs no archive while it is $state",
    (archive) => {
      const { props } = show({ archive });
      expect(button("Restore the bundled digests").getAttribute("aria-disabled")).toBe("true");
      press("Restore the bundled digests");
      expect(props.onRestore).not.toHaveBeenCalled();
    },
  );

  test("says that the archive is on its way back", () => {
    const { props } = show({ status: empty, archive: { state: "deleted" }, busy: "restoring" });
    press("Restoring…");
    expect(props.onRestore).not.toHaveBeenCalled();
  });
});

describe("import", () => {
  const read = (change: Partial<ImportReport> = {}): FileOutcome => ({
    kind: "read",
    report: { name: "", days: ["2021-08-12"], papers: 11, older: [], problems: [], ...change },
  });
  const reports = (outcomes: FileOutcome[]) =>
    outcomes.map((outcome, i) => ({ number: i + 1, name: `file-${i + 1}.md`, outcome }));
  const done = (...outcomes: FileOutcome[]) =>
    show({ imports: { kind: "done", reports: reports(outcomes) } });

  test("takes files from the system's dialog, several at once, and the same ones again", () => {
    const { props, container } = show();
    const field = container.querySelector<HTMLInputElement>("input[type=file]") as HTMLInputElement;
    expect(field.multiple).toBe(true);
    expect(field.labels?.[0]?.textContent).toContain("Choose files");
    const files = [new File(["a"], "a.md"), new File(["b"], "b.json")];
    Object.defineProperty(field, "files", { value: files });
    fireEvent.change(field);
    expect(props.onFiles).toHaveBeenCalledExactlyOnceWith(files);
    expect(field.value).toBe("");
  });

  test("takes files that are dropped, and keeps the browser from opening them", () => {
    const { props, container } = show();
    const place = container.querySelector(".file-drop") as Element;
    const files = [new File(["a"], "a.md")];
    const over = createEvent.dragOver(place);
    fireEvent(place, over);
    expect(over.defaultPrevented).toBe(true);
    expect(place.className).toContain("over");
    const drop = createEvent.drop(place, { dataTransfer: { files } });
    fireEvent(place, drop);
    expect(drop.defaultPrevented).toBe(true);
    expect(props.onFiles).toHaveBeenCalledExactlyOnceWith(files);
    expect(place.className).not.toContain("over");
  });

  test("a dropped word is not a file", () => {
    const { props, container } = show();
    fireEvent.drop(container.querySelector(".file-drop") as Element, { dataTransfer: { files: [] } });
    expect(props.onFiles).not.toHaveBeenCalled();
  });

  test("shows how far it has come, and what is done so far", () => {
    show({ imports: { kind: "running", of: 4, current: "file-2.md", reports: reports([read()]) } });
    expect(screen.getByRole("progressbar", { name: "Importing files" }).getAttribute("value")).toBe("0.25");
    expect(text()).toContain("File 2 of 4: file-2.md");
    expect(text()).toContain("file-1.mdStored: 12 August 2021, 11 papers.");
  });

  test("sums up at the end, said by screen readers", () => {
    const { container } = done(read(), read({ days: ["2021-08-13", "2021-08-14"], papers: 20 }));
    expect(container.querySelector(".import-result > output")?.textContent).toBe(
      "2 files: 3 days stored, 31 papers.",
    );
  });

  test("names the days of a file, and counts those of a whole archive in one file", () => {
    done(
      read({ days: ["2021-08-12", "2021-08-13"] }),
      read({ days: Array.from({ length: 294 }, (_, i) => `2021-01-${i}`), papers: 3347 }),
    );
    expect(text()).toContain("Stored: 12 August 2021, 13 August 2021, 11 papers.");
    expect(text()).toContain("Stored: 294 days, 3,347 papers.");
  });

  test("tells of days that were left because a newer digest is there", () => {
    done(read({ days: [], papers: 0, older: ["2021-08-12"] }));
    expect(text()).toContain(
      "Left as it was, because there is already a newer digest for the day: 12 August 2021.",
    );
    expect(text()).not.toContain("Nothing in this file was stored.");
  });

  test("lists what could not be read, and says when that was everything", () => {
    const { container } = done(
      read({ days: [], papers: 0, problems: ["The file is empty.", "Line 3: <b>"] }),
    );
    expect(text()).toContain("Nothing in this file was stored.");
    expect([...container.querySelectorAll(".problems li")].map((item) => item.textContent)).toEqual([
      "The file is empty.",
      "Line 3: <b>",
    ]);
  });

  test.each<[FileOutcome, string]>([
    [
      { kind: "refused", reason: "tooLarge", limit: 20_971_520 },
      "Not opened: it is larger than 21 MB, and a digest has a few kilobytes.",
    ],
    [{ kind: "refused", reason: "binary" }, "This is not a text file."],
    [{ kind: "refused", reason: "unreadable" }, "The file could not be opened."],
    [{ kind: "failed", error: "no room on the disk" }, "It could not be imported: no room on the disk"],
  ])("says of a file that is %j what is wrong with it", (outcome, words) => {
    done(outcome);
    expect(text()).toContain(words);
  });

  test("of many files those with problems come first, the others folded", () => {
    const outcomes = Array.from({ length: 294 }, () => read());
    outcomes[200] = { kind: "refused", reason: "binary" };
    const { container } = done(...outcomes);
    const [first, folded] = container.querySelectorAll(".file-reports");
    expect([...(first?.children ?? [])].map((item) => item.textContent)).toEqual([
      expect.stringContaining("file-201.md"),
    ]);
    expect(container.querySelector("details")?.open).toBe(false);
    expect(container.querySelector("summary")?.textContent).toBe("293 files without problems");
    expect(folded?.children).toHaveLength(293);
  });
});
