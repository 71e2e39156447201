import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { archiveWhole, ask } from "./ask.ts";
import { accessibilityProblems } from "./axe.ts";
import { downloadFolder } from "./downloads.ts";
import { browserNames } from "./harness/browsers.ts";
import { hotListItems } from "./hot-list.ts";
import { pressButton } from "./options-page.ts";
import { useStage } from "./stage.ts";

const DAY = "popup.html#2022-01-20";
const [FIRST, SECOND] = ["2201.00001", "2201.00002"];

const paper = (id: string, rank: number, title: string) => ({
  id,
  rank,
  title,
  authors: ['Erwin Schr\\"odinger', "Bo Two"],
  categories: ["cs.CC", "quant-ph"],
  abstract: "We show $\\frac{1}{2} \\le x$ and \\href{https://tracker.example}{more}.\n\nIt costs $5 or $10.",
  counts: [{ network: "twitter", reposts: 288, likes: 52, at: "2022-01-20T08:41:51" }],
  posts: [],
});
const digest = JSON.stringify({
  version: 1,
  date: "2022-01-20",
  title: "Hot Papers 2022-01-20",
  generated: "2022-01-20T20:00:00",
  papers: [
    paper(FIRST, 1, "Bounds on the $\\mathrm{QAC}^0$ Complexity, Made"),
    paper(SECOND, 2, "=A Title that a Table would Run"),
  ],
});

const EXPECTED_BIBTEX =
  "@misc{schrödinger2022boundsmathrmqac0complexity,\n" +
  "      title={Bounds on the $\\mathrm{QAC}^0$ Complexity, Made}, \n" +
  "      author={Erwin Schrödinger and Bo Two},\n" +
  "      year={2022},\n" +
  "      eprint={2201.00001},\n" +
  "      archivePrefix={arXiv},\n" +
  "      primaryClass={cs.CC},\n" +
  "      url={https://arxiv.org/abs/2201.00001}, \n" +
  "      annote={for the seminar},\n" +
  "}\n" +
  "\n" +
  "@misc{schrödinger2022atitletablerun,\n" +
  "      title={=A Title that a Table would Run}, \n" +
  "      author={Erwin Schrödinger and Bo Two},\n" +
  "      year={2022},\n" +
  "      eprint={2201.00002},\n" +
  "      archivePrefix={arXiv},\n" +
  "      primaryClass={cs.CC},\n" +
  "      url={https://arxiv.org/abs/2201.00002}, \n" +
  "}\n";

const EXPECTED_CSV =
  "\uFEFFid,date,rank,title,authors,categories,twitter_reposts,twitter_likes,bluesky_reposts,bluesky_likes," +
  "huggingface_upvotes,huggingface_comments,hackernews_points,hackernews_comments,counted,posts,saved,read,note,abs,pdf\r\n" +
  'arXiv:2201.00001,2022-01-20,1,"Bounds on the $\\mathrm{QAC}^0$ Complexity, Made","Erwin Schrödinger; Bo Two",' +
  '"cs.CC; quant-ph",288,52,,,,,,,2022-01-20T08:41:51,0,2026-11-23T12:00:00.000Z,2026-11-24T08:30:00.000Z,for the seminar,' +
  "https://arxiv.org/abs/2201.00001,https://arxiv.org/pdf/2201.00001\r\n" +
  'arXiv:2201.00002,2022-01-20,2,\'=A Title that a Table would Run,"Erwin Schrödinger; Bo Two",' +
  '"cs.CC; quant-ph",288,52,,,,,,,2022-01-20T08:41:51,0,,,,https://arxiv.org/abs/2201.00002,https://arxiv.org/pdf/2201.00002\r\n';

const ABSTRACT =
  "We show $\\frac{1}{2} \\le x$ and \\href{https://tracker.example}{more}. It costs $5 or $10.";
const risOf = (id: string, title: string, note = "") =>
  "TY  - UNPB\r\n" +
  `TI  - ${title}\r\n` +
  "AU  - Schrödinger, Erwin\r\n" +
  "AU  - Two, Bo\r\n" +
  "PY  - 2022\r\n" +
  "PB  - arXiv\r\n" +
  `AN  - arXiv:${id}\r\n` +
  `DO  - 10.48550/arXiv.${id}\r\n` +
  "KW  - cs.CC\r\n" +
  "KW  - quant-ph\r\n" +
  `AB  - ${ABSTRACT}\r\n` +
  note +
  `UR  - https://arxiv.org/abs/${id}\r\n` +
  `L1  - https://arxiv.org/pdf/${id}\r\n` +
  "ER  - \r\n";
const EXPECTED_RIS = [
  risOf(FIRST, "Bounds on the $\\mathrm{QAC}^0$ Complexity, Made", "N1  - for the seminar\r\n"),
  risOf(SECOND, "=A Title that a Table would Run"),
].join("\r\n");

const EXPECTED_MARKDOWN =
  "# 20 January 2022\n" +
  "\n" +
  "- [Bounds on the $\\mathrm{QAC}^0$ Complexity, Made](https://arxiv.org/abs/2201.00001), " +
  "Erwin Schrödinger and Bo Two, 2022 – for the seminar\n" +
  "- [=A Title that a Table would Run](https://arxiv.org/abs/2201.00002), " +
  "Erwin Schrödinger and Bo Two, 2022\n";

const jsonOf = (id: string, rank: number, title: string, marks: string) =>
  `    {
      "id": "${id}",
      "date": "2022-01-20",
      "rank": ${rank},
      "title": "${title}",
      "authors": [
        "Erwin Schr\\\\\\"odinger",
        "Bo Two"
      ],
      "categories": [
        "cs.CC",
        "quant-ph"
      ],
      "abstract": "We show $\\\\frac{1}{2} \\\\le x$ and \\\\href{https://tracker.example}{more}.\\n\\nIt costs $5 or $10.",
      "counts": [
        {
          "network": "twitter",
          "reposts": 288,
          "likes": 52,
          "at": "2022-01-20T08:41:51"
        }
      ],
      "posts": []${marks}
    }`;
const EXPECTED_JSON = `{
  "version": 1,
  "title": "20 January 2022",
  "papers": [
${jsonOf(
  FIRST,
  1,
  "Bounds on the $\\\\mathrm{QAC}^0$ Complexity, Made",
  ',\n      "saved": "2026-11-23T12:00:00.000Z",\n      "read": "2026-11-24T08:30:00.000Z",\n      "note": "for the seminar"',
)},
${jsonOf(SECOND, 2, "=A Title that a Table would Run", "")}
  ]
}
`;

/** A file of marks, byte for byte but for the time of writing. */
const marksFile = (written: string) => `{
 "format": "hot-papers-marks",
 "version": 2,
 "written": "${written}",
 "marks": [
  {
   "id": "2201.00001",
   "saved": "2026-11-23T12:00:00.000Z",
   "read": "2026-11-24T08:30:00.000Z",
   "paper": {
    "title": "Bounds on the $\\\\mathrm{QAC}^0$ Complexity, Made",
    "authors": [
     "Erwin Schr\\\\\\"odinger",
     "Bo Two"
    ],
    "categories": [
     "cs.CC",
     "quant-ph"
    ],
    "date": "2022-01-20"
   },
   "note": "for the seminar"
  }
 ]
}
`;

const markOf = (id: string, kind: "saved" | "read") => `[data-hot-paper="${id}"] [data-mark=${kind}]`;
const pressed = async (page: Page, id: string, kind: "saved" | "read") =>
  (await page.waitForSelector(markOf(id, kind)))?.evaluate((button) => button.ariaPressed);
async function press(page: Page, selector: string) {
  const found = await page.waitForSelector(selector);
  await found?.evaluate((element) => (element as HTMLElement).click());
}
const shownIds = async (page: Page) => (await hotListItems(page)).map(({ id }) => id);
const said = (page: Page) =>
  page.$eval(".undo-notice", (notice) => (notice as HTMLElement).innerText.replaceAll(/\s+/gu, " "));

describe.each(browserNames)("%s", (name) => {
  const downloads = downloadFolder();
  const stage = useStage(name, { preferences: downloads.preferences });
  afterAll(() => downloads.remove());

  beforeAll(async () => {
    const page = await stage.openOwn("popup.html");
    if (name === "chromium") await downloads.accept(stage.driver.browser);
    await ask(page, { type: "importFile", name: "2022-01-20.json", content: digest });
    await page.close();
  });

  test("a saved paper is saved in all open pages, undone, saved again, and still there at the end", async () => {
    const popup = await stage.openOwn(DAY);
    const other = await stage.openOwn(DAY);
    await press(popup, markOf(FIRST, "saved"));
    await expect.poll(() => pressed(other, FIRST, "saved")).toBe("true");

    await popup.bringToFront();
    expect(await said(popup)).toBe("Saved (press u to undo) Undo u");
    await (await popup.waitForSelector(".undo-notice button"))?.click(); // as a mouse does: it has the focus then
    await expect.poll(() => pressed(other, FIRST, "saved")).toBe("false");
    expect(await popup.evaluate(() => document.activeElement?.getAttribute("data-mark"))).toBe("saved");

    // Both pages at once, each another paper.
    await Promise.all([press(popup, markOf(FIRST, "saved")), press(other, markOf(SECOND, "saved"))]);
    for (const page of [popup, other])
      for (const id of [FIRST, SECOND]) await expect.poll(() => pressed(page, id, "saved")).toBe("true");
    await Promise.all([popup.close(), other.close()]);
    await stage.driver.stopBackground();

    const again = await stage.openOwn("popup.html#saved");
    await expect.poll(async () => (await shownIds(again)).toSorted()).toEqual([FIRST, SECOND]);
    await press(again, markOf(SECOND, "saved")); // with the worker stopped
    await expect.poll(() => shownIds(again)).toEqual([FIRST]);
    expect(await again.$eval("[data-hot-paper]", (item) => (item as HTMLElement).innerText)).toContain("288");
    expect(await accessibilityProblems(again)).toEqual([]);
  });

  test("a paper whose link is followed is read", async () => {
    await stage.visit(`/abs/${FIRST}`);
    const popup = await stage.openOwn(DAY);
    expect(await pressed(popup, FIRST, "read")).toBe("false");
    await popup.bringToFront();
    await press(popup, `[data-hot-paper="${FIRST}"] h3 a`);
    await expect.poll(() => pressed(popup, FIRST, "read")).toBe("true");
    await expect.poll(() => popup.$eval("[data-hot-paper]", (item) => item.className)).toBe("paper read");
  });

  test("formulas are MathML, refused ones their source; accents are letters", async () => {
    const popup = await stage.openOwn(DAY);
    await popup.waitForSelector(`[data-hot-paper="${FIRST}"] h3 math`);
    await press(popup, `[data-hot-paper="${FIRST}"] .disclosure`);
    await popup.waitForSelector(".abstract math");
    const seen = await popup.$eval(`[data-hot-paper="${FIRST}"]`, (item) => ({
      namespaces: [...item.querySelectorAll("math")].map((math) => math.namespaceURI),
      raised: (() => {
        const [base, power] = item.querySelector("h3 msup")?.children ?? [];
        return base && power && base.getBoundingClientRect().bottom - power.getBoundingClientRect().bottom;
      })(),
      authors: item.querySelector(".authors")?.textContent,
      words: (item.querySelector(".abstract") as HTMLElement).innerText,
      links: item.querySelectorAll(".abstract a").length,
    }));
    const mathml = "http://www.w3.org/1998/Math/MathML";
    expect(seen.namespaces).toEqual([mathml, mathml]);
    expect(seen.raised).toBeGreaterThan(1);
    expect(seen.authors).toContain("Erwin Schrödinger");
    expect(seen.words).toContain("\\href{https://tracker.example}{more}");
    expect(seen.words).toContain("It costs $5 or $10.");
    expect(seen.links).toBe(0);
    expect(await accessibilityProblems(popup)).toEqual([]);
  });

  test("the list on show is exported byte for byte, and copied by the keyboard", async () => {
    const popup = await stage.openOwn(DAY);
    await ask(popup, { type: "deleteMarks" });
    await ask(popup, { type: "importMarks", content: marksFile("2026-11-25T00:00:00.000Z") });
    await expect.poll(() => pressed(popup, FIRST, "read")).toBe("true");
    await popup.bringToFront();
    await press(popup, ".export-button");
    expect(await accessibilityProblems(popup)).toEqual([]);
    for (const [format, ending, content] of [
      ["BibTeX", "bib", EXPECTED_BIBTEX],
      ["RIS", "ris", EXPECTED_RIS],
      ["Markdown", "md", EXPECTED_MARKDOWN],
      ["CSV", "csv", EXPECTED_CSV],
      ["JSON", "json", EXPECTED_JSON],
    ] as const) {
      await press(popup, `[aria-label="Save file: ${format}"]`);
      expect(await downloads.read(`hot-papers-2022-01-20.${ending}`)).toBe(content);
    }
    await popup.keyboard.press("Escape");

    const copy = (await popup.waitForSelector(
      `[data-hot-paper="${SECOND}"] [aria-haspopup]`,
    )) as ElementHandle;
    await copy.focus();
    await popup.keyboard.press("Enter");
    await popup.waitForSelector("[role=menuitem]");
    await expect.poll(() => popup.evaluate(() => document.activeElement?.textContent)).toBe("Link");
    expect(await accessibilityProblems(popup)).toEqual([]);
    await popup.keyboard.press("ArrowDown");
    await popup.keyboard.press("Enter");
    await expect
      .poll(() => popup.$eval(`[data-hot-paper="${SECOND}"] output`, (word) => word.textContent))
      .toBe("Copied");
    expect(await popup.evaluate(() => document.activeElement?.ariaHasPopup)).toBe("menu");
  });

  test("a longer list is exported with the words of all its papers, though read without them", async () => {
    const page = await stage.openOwn("archive.html#all");
    await page.waitForSelector("[data-hot-paper]");
    expect(await shownIds(page), "nobody scrolled down to it").not.toContain(FIRST);
    await page.bringToFront();
    await press(page, ".export-button");
    await press(page, '[aria-label="Save file: JSON"]');
    const file = JSON.parse(await downloads.read("hot-papers-all.json")) as {
      papers: { id: string; abstract?: string }[];
    };
    expect(file.papers.length).toBeGreaterThan(3000);
    const whole = file.papers.filter(({ abstract }) => abstract !== undefined).map(({ id }) => id);
    expect(whole.toSorted()).toEqual([FIRST, SECOND]); // the bundled digests have no abstracts
  });

  test("own data goes to a file, is deleted if ticked, and digests and marks come back", async () => {
    const options = await stage.openOwn("options.html");
    const section = () => options.$eval("section[aria-labelledby=marks]", (part) => part.innerText);
    await expect.poll(section).toContain("1 saved, 1 read");
    await options.select("section[aria-labelledby=looks] select", "light");
    await pressButton(options, "Save my data to a file");
    const file = `hot-papers-data-${new Date().toISOString().slice(0, 10)}.json`;
    expect(JSON.parse(await downloads.read(file))).toMatchObject({
      settings: { settings: { theme: "light" } },
      marks: { marks: [{ id: FIRST }] },
      digests: [{ date: "2022-01-20", papers: [{ id: FIRST }, { id: SECOND }] }],
    });

    await pressButton(options, "Delete everything…");
    const all = await options.waitForSelector("dialog[open] input[type=checkbox]");
    await all?.click();
    await pressButton(options, "Delete everything");
    await expect.poll(section).toContain("0 saved, 0 read");
    const theme = () => options.$eval("section[aria-labelledby=looks] select", (select) => select.value);
    await expect.poll(theme).toBe("system");

    await pressButton(options, "Restore the bundled digests");
    await archiveWhole(options);
    const input = (await options.$(
      "section[aria-labelledby=import] input[type=file]",
    )) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(downloads.path(file));
    await expect.poll(() => options.$eval(".file-reports", (list) => list.textContent)).toContain("2 papers");
    const marksInput = (await options.$(
      "section[aria-labelledby=marks] input[type=file]",
    )) as ElementHandle<HTMLInputElement>;
    await marksInput.uploadFile(downloads.path(file));
    await expect.poll(section).toContain(`${file}: 1 saved, 1 read added, 0 there already.`);
  });

  test("marks go out to a file and come back from it, and a bad file changes nothing", async () => {
    const options = await stage.openOwn("options.html");
    const section = () => options.$eval("section[aria-labelledby=marks]", (part) => part.innerText);
    await expect.poll(section).toContain("1 saved, 1 read");
    await pressButton(options, "Save to a file");
    const file = `hot-papers-marks-${new Date().toISOString().slice(0, 10)}.json`;
    const content = await downloads.read(file);
    const written = /"written": "([^"]*)"/u.exec(content)?.[1] ?? "";
    expect(content).toBe(marksFile(written));
    expect(Date.now() - Date.parse(written)).toBeLessThan(60_000);

    await pressButton(options, "Delete all marks");
    await pressButton(options, "Delete them");
    await expect.poll(section).toContain("0 saved, 0 read");

    const input = (await options.$(
      "section[aria-labelledby=marks] input[type=file]",
    )) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(downloads.path(file));
    await expect.poll(section).toContain(`${file}: 1 saved, 1 read added, 0 there already.`);
    await input.uploadFile(downloads.path("hot-papers-2022-01-20.csv"));
    await expect
      .poll(section)
      .toContain("hot-papers-2022-01-20.csv was cut short or is not a file of marks.");
    expect(await section()).toContain("1 saved, 1 read");
  });
});
