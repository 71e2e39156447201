import type { Problem } from "../digest/problem.ts";
import { problemText } from "./problem-sentences.ts";
import type { CommandOutside } from "./command.ts";

/**
 * Says on standard error what could not be read of a file, as `file:line: reason`, the form that editors turn into links. What
 * concerns the whole file is reported for its first line.
 */
export function reportProblems(
  file: string,
  problems: readonly Problem[],
  world: Pick<CommandOutside, "err">,
): void {
  for (const problem of problems) world.err(`${file}:${problem.line ?? 1}: ${problemText(problem)}`);
}
