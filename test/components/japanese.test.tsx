/** Sentences that are put together of several texts, in Japanese: counters and punctuation must not meet twice, nor be lost. */
import { render } from "@testing-library/preact";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import ja from "../../assets/public/_locales/ja/messages.json" with { type: "json" };
import { FileReports } from "../../components/options/FileReports.tsx";
import type { OwnDataReport } from "../../components/options/add-own-data.ts";
import { OwnDataFile } from "../../components/options/OwnDataFile.tsx";
import type { OwnDataModel } from "../../components/options/own-data-model.ts";
import { MarksSection } from "../../components/marks/MarksSection.tsx";
import { Popup } from "../../components/popup/Popup.tsx";
import { TodayOffer } from "../../components/welcome/TodayOffer.tsx";
import type { FileReport } from "../../components/options/import-state.ts";
import type { HotListState } from "../../lib/hot-list/state/hot-list-state.ts";
import type { MarksOutcome } from "../../components/marks/marks-data.ts";
import { stateText } from "../../lib/feeds/feed-text.ts";
import { ALL_SAVED } from "../../lib/hot-list/saved-choice.ts";
import { papers } from "../hot-list/made.ts";
import { messagesIn } from "../setup/extension.ts";
import { loadLaterParts, dayView, hotListActions, hotListState, paper } from "./made.ts";

beforeAll(loadLaterParts);

beforeEach(() => {
  Object.assign(fakeBrowser.i18n, { getMessage: messagesIn(ja), getUILanguage: () => "ja" });
});

/** Two counters, two ends, a colon with nothing after it, a space where Japanese has none, a gap that was not filled. */
const FAULT = /件件|位位|。。|、、|：：|：[。、]|[。、：] |\$\d/u;

function said(container: Element, selector: string): string {
  const words = container.querySelector(selector)?.textContent ?? "";
  expect(words).not.toMatch(FAULT);
  return words;
}

describe("marks", () => {
  const outcome = (of: MarksOutcome) => {
    const press = { onSaveFile: vi.fn(), onReadFile: vi.fn(), onDelete: vi.fn() };
    return said(
      render(<MarksSection data={{ marks: new Map(), outcome: of }} {...press} />).container,
      "output",
    );
  };
  const report = { ok: true, saved: 1, read: 2, known: 3, unreadable: 0 } as const;

  test("that came in are counted once each", () => {
    expect(outcome({ kind: "imported", name: "m.json", report })).toBe(
      "m.json：保存1件、既読2件を追加しました。3件は登録済みでした。",
    );
  });

  test("that could not be read follow without a space", () => {
    expect(outcome({ kind: "imported", name: "m.json", report: { ...report, unreadable: 1 } })).toBe(
      "m.json：保存1件、既読2件を追加しました。3件は登録済みでした。読み取れない記録1件は除きました。",
    );
  });

  test.each(["ディスクがいっぱいです。", "no room"])("that failed say the reason last: %s", (error) => {
    expect(outcome({ kind: "failed", error })).toBe(`できなかったため、何も変更していません：${error}`);
  });
});

describe("own data from a file", () => {
  const press = { onFile: vi.fn(), onAdd: vi.fn(), onCancel: vi.fn() };
  const shown = (model: OwnDataModel) => render(<OwnDataFile model={model} {...press} />).container;

  test("is asked about in sentences that follow without a space", () => {
    const feeds = [{ address: "https://one.example/", title: "One", on: true }];
    const data = {
      days: 3,
      unreadable: 0,
      feeds,
      feedsLeft: 0,
      saved: 1,
      read: 2,
      follows: [],
      settings: { live: true },
    };
    const found = { data, addresses: ["https://one.example/"] };
    expect(said(shown({ kind: "found", name: "m.json", found }), "dialog p")).toBe(
      "内容は、ダイジェスト3件、フィード1件、保存した論文1件、既読の論文2件、設定です。今あるものは失われません。" +
        "設定は、ファイルのものに置き換わります。追加すると、one.exampleから新しい情報を取得するようになります。",
    );
  });

  test("is counted once each when it is added", () => {
    const report: OwnDataReport = {
      digests: { added: 3, there: 1 },
      feeds: { added: 1, there: 0, left: 2 },
      marks: { saved: 1, read: 0, there: 0, unreadable: 1 },
      settings: true,
      problems: [],
      failures: [],
    };
    expect(said(shown({ kind: "added", name: "m.json", report }), "ul")).toBe(
      "ダイジェスト3件を追加しました。1件は登録済みでした。" +
        "フィード1件を追加しました。0件は登録済みでした。アドレスがhttpsではないフィード2件は除きました。" +
        "保存した論文1件を追加しました。0件は登録済みでした。読み取れない記録1件は除きました。" +
        "設定をファイルのものに置き換えました。",
    );
  });
});

describe("the hot list", () => {
  function show(change: Partial<HotListState> = {}, view = dayView(papers(3))) {
    const state = { ...hotListState(view), ...change };
    return render(
      <Popup state={state} actions={hotListActions()} optionsUrl="options.html" archiveUrl="archive.html" />,
    ).container;
  }

  test("counts papers, all of them and those that filters leave", () => {
    expect(said(show(), ".summary output")).toBe("論文3件、2021年8月13日集計");
    const filtered = { papers: [paper()], categories: [] };
    expect(said(show({ filtered }), ".summary output")).toBe("論文3件のうち1件、2021年8月13日集計");
  });

  test("says how old it is", () => {
    expect(said(show(), ".latest")).toMatch(/^最新：2022年1月13日（4 ?年前）$/u);
  });

  test("says where a saved paper stood", () => {
    expect(said(show({ saved: { choice: ALL_SAVED, papers: [paper({ rank: 3 })] } }), ".days")).toBe(
      "2021年8月12日 (3位/11件)",
    );
  });
});

describe("feeds", () => {
  const failed = { failures: 1, last: 1, error: { code: "timeout", host: "feed.example" } };

  test("that failed say what is kept and what comes, without spaces between the sentences", () => {
    const state = stateText({ check: failed, digests: 3, newest: "2026-11-20", today: "2026-11-28" });
    const live = {
      on: true,
      running: false,
      alphaxiv: { on: false, origin: "https://api.alphaxiv.org/*" },
      digests: 0,
      sources: [],
      state,
    };
    const { container } = render(
      <TodayOffer live={live} listUrl="popup.html" optionsUrl="options.html" onStart={vi.fn()} />,
    );
    expect(said(container, ".today-state")).toBe(
      "feed.exampleの応答に時間がかかりすぎています。手元にある2026年11月20日のものは残ります。次の確認は自動で行われます。",
    );
  });
});

test("files that were read are counted with their days and papers", () => {
  const reports: FileReport[] = ["2021-08-12", "2021-08-13"].map((day, number) => ({
    number,
    name: `${day}.md`,
    outcome: {
      kind: "read",
      report: { name: `${day}.md`, days: [day], papers: 11, older: [], problems: [] },
    },
  }));
  const { container } = render(<FileReports reports={reports} done />);
  expect(said(container, "output")).toBe("ファイル2件：2日分、論文22件を保存しました。");
  expect(said(container, ".file-reports")).toContain("保存しました：2021年8月12日、論文11件。");
});
