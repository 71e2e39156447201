import { AskError } from "../../../lib/messages/ask.ts";
import { fireEvent, render, screen } from "@testing-library/preact";
import { describe, expect, test, vi } from "vitest";
import { LookNow } from "../../../components/hot-list/LookNow.tsx";
import { PaperPane } from "../../../components/full-page/PaperPane.tsx";
import type { Look } from "../../../lib/hot-list/state/look-here.ts";
import type { LookReply } from "../../../lib/messages/messages.ts";
import type { PaperId } from "../../../lib/paper/paper-id.ts";
import { entry } from "../../hot-list/made.ts";

const ID = "2108.00002" as PaperId;
const REPLY: LookReply = {
  at: Date.UTC(2026, 10, 23, 8),
  networks: [
    {
      network: "bluesky",
      state: "known",
      counts: { network: "bluesky", reposts: 1, likes: 2, at: "2026-11-23T08:00:00" },
      posts: [
        {
          network: "bluesky",
          id: "1",
          url: "https://bsky.app/profile/a.example/post/1",
          author: { handle: "a.example", name: "Ann" },
          date: "2026-11-22",
          lang: "en",
          dir: "ltr",
          text: "Now that is something",
        },
      ],
    },
    { network: "huggingface", state: "unknown" },
    { network: "hackernews", state: "failed", reason: "unreachable" },
  ],
};

function show(look: Look) {
  const { container } = render(<LookNow id={ID} look={look} consents />);
  const words = () => (container.textContent ?? "").replace(/\s+/gu, " ");
  const press = () => fireEvent.click(screen.getByRole("button"));
  return { words, press, button: () => screen.getByRole("button") };
}

describe("a look at a paper, in a page of ours", () => {
  test("says who will learn of it and what Firefox asks, has the focus, and asks nothing by itself", () => {
    const look = vi.fn<Look>();
    const { words, button } = show(look);
    expect(words()).toMatch(/They will learn that someone.*Firefox asks for your permission/u);
    expect(document.activeElement).toBe(button());
    expect(look).not.toHaveBeenCalled();
  });

  test("asks in the press itself, once, and shows what each network says", async () => {
    const look = vi.fn<Look>().mockResolvedValue(REPLY);
    const { words, press, button } = show(look);
    press();
    expect(look).toHaveBeenCalledExactlyOnceWith(ID);
    expect(button().textContent).toBe("Asking…");
    press();
    await vi.waitFor(() => expect(words()).toContain("Asked"));
    expect(look).toHaveBeenCalledOnce();
    expect(words()).toMatch(/1 repost · 2 likes.*Hugging Face: nothing known.*Hacker News did not answer/u);
    expect(words()).toContain("Now that is something");
    expect(button().textContent).toBe("Look now");
  });

  test("refused, it says that no network was asked, and can be pressed again", async () => {
    const look = vi.fn<Look>().mockResolvedValue(undefined);
    const { words, press } = show(look);
    press();
    await vi.waitFor(() => expect(words()).toContain("we asked no network"));
    press();
    expect(look).toHaveBeenCalledTimes(2);
  });

  test("a background that does not answer is reported in a sentence, not in the browser's words", async () => {
    const error = new AskError("missing", "Receiving end does not exist.");
    const { words, press } = show(vi.fn<Look>().mockRejectedValue(error));
    press();
    await vi.waitFor(() => expect(words()).toContain("did not answer. Reload this page."));
    expect(words()).not.toContain("Receiving end");
  });

  test("failed, it says why", async () => {
    const { words, press } = show(
      vi.fn<Look>().mockRejectedValue(new AskError("failed", "No room on the disk.")),
    );
    press();
    await vi.waitFor(() => expect(words()).toContain("No room on the disk."));
  });
});

test.each([
  ["in Firefox, where it asks for consent, with the focus", "true", true],
  ["in Chromium, where the focus stays on the paper", "", false],
])("a paper beside the list has the button only if the address asks for it, %s", (_, firefox, focused) => {
  vi.stubEnv("FIREFOX", firefox);
  const newest = { ...entry({ id: ID }), date: "2021-08-13", of: 9, heat: 2 };
  const detail = { kind: "paper" as const, id: ID, newest, entries: [newest] };
  const pane = { detail, marking: undefined, backHash: "#" };
  const { rerender } = render(<PaperPane {...pane} look={undefined} />);
  expect(screen.queryByRole("button", { name: "Look now" })).toBeNull();
  rerender(<PaperPane {...pane} look={vi.fn<Look>()} />);
  expect(document.activeElement === screen.getByRole("button", { name: "Look now" })).toBe(focused);
});

test("a paper that no digest has is said to be in none, with the way to arXiv and the button", () => {
  const pane = { detail: { kind: "none" as const, id: ID }, marking: undefined, backHash: "#" };
  render(<PaperPane {...pane} look={vi.fn<Look>()} />);
  expect(screen.getByRole("status").textContent).toBe(`No digest in the index has arXiv:${ID}.`);
  expect(screen.getByRole("link", { name: /abs/u }).getAttribute("href")).toBe(`https://arxiv.org/abs/${ID}`);
  expect(screen.getByRole("button", { name: "Look now" })).toBeTruthy();
});
