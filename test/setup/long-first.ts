/** The order of test files: those that take longest first, so that none of them begins when all others are done. */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Browser tests that take more than a minute, the longest first (measured on two cores). */
const LONG = [
  "every-page",
  "accessibility",
  "layout",
  "page-theme",
  "first-import",
  "this-paper",
  "follows",
  "feeds-import",
  "options",
  "archive",
  "marks",
  "live",
  "feeds",
  "imports",
  "private-windows",
  "feed-safety",
  "pages",
  "find",
  "texts",
].map((name) => `/e2e/${name}.test.ts`);

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own method, not an array's
    const rest = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((long) => moduleId.endsWith(long));
      return at < 0 ? LONG.length : at;
    };
    return rest.toSorted((a, b) => place(a) - place(b));
  }
}
