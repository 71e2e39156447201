/** What could not be read of a file, as sentences for the reader. */
import type { Problem } from "../digest/problem.ts";
import { number } from "./format.ts";
import { plural, text } from "./text.ts";
import { capital } from "./capital.ts";

/** More than a person reads; a file that is damaged all over has thousands. */
const MOST = 30;

/** `Line 12: The counts are missing …`, a sentence for each problem and one for how many more there are. */
export function problemTexts(problems: readonly Problem[]): string[] {
  const sentences = problems.slice(0, MOST).map(problemSentence);
  const more = problems.length - sentences.length;
  return more > 0 ? [...sentences, plural("problemMore", more, number(more))] : sentences;
}

/** One problem as a sentence, with its line if there is one to name. */
export function problemSentence({ code, line, detail }: Problem): string {
  const what = text(`problem${capital(code)}`);
  const found = detail === undefined ? what : text("problemFound", what, detail);
  return line === undefined ? found : text("problemLine", number(line), found);
}
