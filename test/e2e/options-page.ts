/** The options page, as a person uses it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";

export interface ChosenFile {
  name: string;
  content: string | Uint8Array;
}

/** What the page says of each file, in its order. */
export interface FileReport {
  name: string;
  text: string;
}

/** Chooses these files in the page's dialog and waits for its report. Once per opened page. */
export async function importFiles(page: Page, files: readonly ChosenFile[]): Promise<FileReport[]> {
  const folder = mkdtempSync(join(tmpdir(), "hot-papers-files-"));
  try {
    const paths = files.map(({ name, content }) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    });
    const input = (await page.waitForSelector(
      "section[aria-labelledby=import] input[type=file]",
    )) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(...paths);
    // Its sentence comes when the last file is done.
    await page.waitForFunction(
      () => document.querySelector(".import-result :is(output, [role=status])")?.textContent,
      {
        timeout: 60_000,
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return page.$$eval(".file-reports > li", (items) =>
    items.map((item) => ({
      name: item.querySelector("b")?.textContent ?? "",
      text: (item as HTMLElement).innerText.replaceAll(/\s+/gu, " ").trim(),
    })),
  );
}

/** Presses the button with exactly these words, of those that are to be seen. */
export async function pressButton(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (name) => {
      const button = [...document.querySelectorAll("button")].find(
        (each) => each.innerText.trim() === name && each.checkVisibility(),
      );
      button?.click();
      return button !== undefined;
    },
    {},
    words,
  );
}

/** Turns the switch with this label on or off. */
export async function turnSwitch(page: Page, label: string): Promise<void> {
  await page.waitForFunction(
    (name) => {
      const input = [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]:enabled")].find(
        ({ labels }) => labels?.[0]?.innerText.trim() === name,
      );
      input?.click();
      return input !== undefined;
    },
    {},
    label,
  );
}
