import { act, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Pictures } from "../../../components/full-page/Pictures.tsx";
import type { PicturedDigests } from "../../../lib/hot-list/state/pictured-digests.ts";
import { digest } from "../../hot-list/made.ts";
import { settled } from "../../setup/settled.ts";

/** Stands in for the browser's own: a test says when the place of the pictures comes into sight. */
let comeIntoSight: () => void;
vi.stubGlobal(
  "IntersectionObserver",
  class {
    readonly #tell: (entries: { target: Element; isIntersecting: boolean }[]) => void;
    constructor(tell: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
      this.#tell = tell;
    }
    observe(target: Element) {
      comeIntoSight = () => this.#tell([{ target, isIntersecting: true }]);
    }
    unobserve() {}
  },
);

const digests = [digest("2021-08-12"), digest("2021-08-13")];
const READ: PicturedDigests = { kind: "digests", digests };
const onWanted = vi.fn<() => void>();
const onPick = vi.fn<(date: string) => void>();
beforeEach(() => {
  onWanted.mockReset();
  onPick.mockReset();
});

const pictures = (pictured: PicturedDigests) => (
  <Pictures pictured={pictured} onWanted={onWanted} current="2021-08-12" onPick={onPick} />
);
const headings = () => screen.queryAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
const seen = async () => {
  comeIntoSight();
  await waitFor(() => expect(onWanted).toHaveBeenCalledOnce());
};

describe("pictures of all digests", () => {
  test("are neither read nor drawn before their place is in sight", async () => {
    render(pictures(READ));
    await act(() => settled());
    expect(onWanted).not.toHaveBeenCalled();
    expect(headings()).toEqual([]);
    await seen();
    await waitFor(() => expect(headings()).toEqual(["Days by heat", "Heat by category"]));
  });

  test("are drawn when the digests have come, mark the day on show, and tell which day was pressed", async () => {
    const { container, rerender } = render(pictures({ kind: "unread" }));
    await seen();
    expect(headings()).toEqual([]);
    rerender(pictures(READ));
    await waitFor(() => expect(headings()).toHaveLength(2));
    expect(container.querySelector("[aria-current=date]")?.getAttribute("href")).toBe("#2021-08-12");
    fireEvent.click(container.querySelector('a[href="#2021-08-13"]')!);
    expect(onPick).toHaveBeenCalledExactlyOnceWith("2021-08-13");
  });

  test("of an index without digests say that there is nothing to draw", async () => {
    render(pictures({ kind: "digests", digests: [] }));
    await seen();
    await waitFor(() => expect(screen.getAllByText("There are no digests to chart.")).toHaveLength(2));
  });

  test("that cannot be drawn say why, and come when the digests can be read after all", async () => {
    const { rerender } = render(pictures({ kind: "failed", reason: "closed" }));
    await seen();
    expect(screen.getByRole("alert").textContent).toContain("closed");
    expect(headings()).toEqual([]);
    rerender(pictures(READ));
    await waitFor(() => expect(headings()).toHaveLength(2));
    expect(screen.queryByRole("alert")).toBeNull();
  });
});
