import { fireEvent, render, screen } from "@testing-library/preact";
import { describe, expect, test, vi } from "vitest";
import { TodayCard } from "../../../components/hot-list/TodayCard.tsx";
import type { Invitation } from "../../../lib/hot-list/state/invitation.ts";

function show(invitation: Invitation) {
  const [onSee, onFill] = [vi.fn(), vi.fn()];
  const { container } = render(
    <TodayCard invitation={invitation} failure="The networks do not answer." onSee={onSee} onFill={onFill} />,
  );
  const said = () => container.querySelector("output")?.textContent;
  return { onSee, onFill, said, text: () => container.textContent };
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));

describe("today's list in one press", () => {
  test("says what is asked of whom, above its one button", () => {
    const { onSee, said } = show({ kind: "offer" });
    expect(screen.getByRole("heading").textContent).toBe("See today’s papers");
    expect(
      screen.getByText(/^Asks Hugging Face, Hacker News and arXiv.*never learn what you read/u),
    ).toBeTruthy();
    expect(said()).toBe("");
    press("Show today’s list");
    expect(onSee).toHaveBeenCalledOnce();
  });

  test.each([
    [undefined, "Asking the networks…"],
    ["hn.algolia.com", "Asking Hacker News…"],
    ["mirror.example", "Asking mirror.example…"],
  ])("while %s is asked it says so, and cannot be pressed", (host, words) => {
    const { onSee, said } = show({ kind: "asking", ...(host !== undefined && { host }) });
    expect(said()).toBe(words);
    press("Show today’s list");
    expect(onSee).not.toHaveBeenCalled();
  });

  test("says what went wrong, and can be pressed again", () => {
    const { onSee, said } = show({ kind: "failed", words: "There is no network." });
    expect(said()).toBe("There is no network.");
    press("Try again");
    expect(onSee).toHaveBeenCalledOnce();
  });

  test("says so too if an earlier press brought nothing", () => {
    expect(show({ kind: "failed" }).said()).toBe("The networks do not answer.");
  });
});

describe("the days before", () => {
  test("that are coming have their progress and can be stopped", () => {
    const { onFill, text } = show({ kind: "past", status: { filling: { done: 30, of: 75 } } });
    expect(text()).toContain("Getting the days before: 30 of 75");
    expect(screen.getByRole("progressbar").getAttribute("value")).toBe("0.4");
    press("Stop");
    expect(onFill).toHaveBeenCalledExactlyOnceWith(false);
  });

  test("that cannot be had now say why, and when it goes on", () => {
    const problem = "huggingface.co wants fewer requests.";
    show({ kind: "past", status: { filling: { done: 2, of: 5, problem, next: Date.UTC(2026, 10, 28, 8) } } });
    expect(screen.getByRole("alert").textContent).toBe(`${problem} We will continue at 28 Nov, 08:00.`);
  });

  test("that are missing can be had, with the number of requests and how long they take", () => {
    const { onFill, text } = show({ kind: "past", status: { gap: { since: "2026-08-07", requests: 75 } } });
    expect(text()).toContain("Takes 75 requests to Hugging Face, one every 2 seconds: about 3 minutes.");
    press("Fill the gap since 7 August 2026");
    expect(onFill).toHaveBeenCalledExactlyOnceWith(true);
  });
});
