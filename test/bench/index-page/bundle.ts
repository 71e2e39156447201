/** The script of the index page, with all of ours that it uses. */
import { fileURLToPath } from "node:url";
import { build } from "vite";

/** Gives the script's text: one file, for every modern browser. */
export async function bundleIndexPage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: true,
      lib: {
        entry: fileURLToPath(new URL("index-page.ts", import.meta.url)),
        formats: ["es"],
        fileName: "index-page",
      },
    },
  });
  const [first] = [built].flat();
  const file = first && "output" in first ? first.output[0] : undefined;
  if (!file) throw new Error("the index page has no script");
  return file.code;
}
