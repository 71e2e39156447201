/** `npm run lint:firefox`: lints the Firefox build and says what is wrong. */
import { firefoxLintFindings } from "./firefox-lint.ts";

const findings = firefoxLintFindings();
for (const finding of findings) console.error(finding);
console.log(`web-ext lint: ${findings.length} findings`);
process.exitCode = findings.length > 0 ? 1 : 0;
