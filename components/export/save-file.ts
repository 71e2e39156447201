/** Gives a text to the browser as a download. Needs no permission: it is a link to what this page has in memory. */
export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_FOR);
}

/** In ms; a browser that asks where to save a file reads it only after the answer. */
const KEPT_FOR = 120_000;
