import { AskError } from "../../../lib/messages/ask.ts";
import { fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { TextsLoader } from "../../../components/hot-list/LoadTexts.tsx";
import { PaperItem } from "../../../components/hot-list/PaperItem.tsx";
import type { Post } from "../../../lib/digest/digest.ts";
import type { LoadTexts } from "../../../lib/hot-list/state/hot-list-state.ts";
import { post } from "../../hot-list/made.ts";
import { paper } from "../made.ts";

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

describe("posts without their words", () => {
  const load = vi.fn<LoadTexts>();
  const shown = (some: Post[] = [post()]) => (
    <TextsLoader.Provider value={load}>
      <PaperItem paper={paper({ posts: some })} />
    </TextsLoader.Provider>
  );
  const state = () => document.querySelector(".load-texts output")?.textContent;
  beforeEach(() => {
    load.mockReset();
  });

  test("offer them right there, with what is fetched, and nothing is fetched before the press", () => {
    const { container } = render(shown());
    press("1 tweet");
    expect(
      screen.getByText(/cdn\.jsdelivr\.net, in whole months.*Never a file about one paper/u),
    ).toBeTruthy();
    expect(container.querySelector(".words")).toBeNull();
    expect(load).not.toHaveBeenCalled();
  });

  test("show that they come, then the words, and say that the rest follows", async () => {
    load.mockResolvedValue(true);
    const { container, rerender } = render(shown());
    press("1 tweet");
    press("Load the texts");
    expect(screen.getByRole("button", { name: "Loading…" }).getAttribute("aria-disabled")).toBe("true");
    press("Loading…");
    rerender(shown([post({ text: "Hi" })]));
    await waitFor(() => expect(state()).toMatch(/^The texts are here\./u));
    expect(load).toHaveBeenCalledExactlyOnceWith(paper().id);
    expect(container.querySelector(".words")?.textContent).toBe("Hi");
    expect(screen.queryByRole("button", { name: "Load the texts" })).toBeNull();
  });

  test("say what went wrong, and can be asked for again", async () => {
    load.mockRejectedValue(new AskError("failed", "There is no network."));
    render(shown());
    press("1 tweet");
    press("Load the texts");
    await waitFor(() => expect(state()).toBe("There is no network."));
    expect(screen.getByRole("button", { name: "Load the texts" })).toBeTruthy();
  });
});
