import { expect, test, vi } from "vitest";
import { pictureFirst } from "../../wxt.config.ts";

const PICTURE = '<script src="/picture.js"';

/** What the build step makes of these files, by name. */
function built(
  files: Record<string, string>,
): Record<string, { type: "asset"; fileName: string; source: string }> {
  const bundle = Object.fromEntries(
    Object.entries(files).map(([fileName, source]) => [
      fileName,
      { type: "asset" as const, fileName, source },
    ]),
  );
  const step = pictureFirst.generateBundle as unknown as {
    handler: (this: object, options: object, bundle: object) => void;
  };
  const own = { emitFile: vi.fn(() => "pictured"), getFileName: () => "assets/pictured.css" };
  step.handler.call(own, {}, bundle);
  return bundle;
}

const page = (...head: string[]) => `<head>\n${head.map((line) => `  ${line}\n`).join("")}</head>`;
const SCRIPT = '<script type="module" crossorigin src="/chunks/popup.js"></script>';
const SHEET = '<link rel="stylesheet" crossorigin href="/assets/popup.css">';
const css = { "assets/popup.css": "p{}" };

test("a page with a picture names its scripts to it, and one style sheet of all that it had", () => {
  const { "popup.html": popup } = built({
    ...css,
    "popup.html": page(`${PICTURE}></script>`, SCRIPT, SHEET),
  });
  expect(popup?.source).toContain(`${PICTURE} data-scripts="/chunks/popup.js"></script>`);
  expect(popup?.source).toContain('<link rel="stylesheet" href="/assets/pictured.css">');
  expect(popup?.source).toContain('href="/assets/popup.css" disabled');
  expect(popup?.source).not.toContain("module");
});

test.each([
  ["no page has the picture's script", page(SCRIPT, SHEET)],
  ["the page's scripts look otherwise", page(`${PICTURE}></script>`, SHEET)],
  ["the page's style sheets look otherwise", page(`${PICTURE}></script>`, SCRIPT)],
])("the build ends if %s, in place of doing nothing", (_, popup) => {
  expect(() => built({ ...css, "popup.html": popup })).toThrow("picture-first");
});

test("a build without pages, as of the scripts, is left alone", () => {
  expect(built({ "arxiv.js": "1" })).toEqual({
    "arxiv.js": { type: "asset", fileName: "arxiv.js", source: "1" },
  });
});
