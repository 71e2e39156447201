import { problemText } from "../digest/problem.ts";
import type { Surroundings } from "./command.ts";

/** A file's text (`-` is standard input), or undefined with a line on standard error that says why it cannot be read. */
export async function readable(file: string, world: Surroundings): Promise<string | undefined> {
  try {
    return await (file === "-" ? world.readInput() : world.readText(file));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const reasons: Record<string, string> = {
      ENOENT: "there is no such file",
      EISDIR: "this is a folder, not a file",
      EACCES: "the file may not be read",
      ERR_FS_FILE_TOO_LARGE: problemText({ code: "tooLarge" }),
      ERR_STRING_TOO_LONG: problemText({ code: "tooLarge" }),
    };
    world.err(
      `${file}: ${reasons[String(code)] ?? (error instanceof Error ? error.message : String(error))}`,
    );
    return undefined;
  }
}
