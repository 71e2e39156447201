import type { CommandOutside } from "./command.ts";
import { fileTrouble } from "./file-trouble.ts";

/** A file's text (`-` is standard input), or undefined with a line on standard error that says why it cannot be read. */
export async function readable(file: string, world: CommandOutside): Promise<string | undefined> {
  try {
    return await (file === "-" ? world.readInput() : world.readText(file));
  } catch (error) {
    world.err(`${file}: ${fileTrouble(error)}`);
    return undefined;
  }
}
