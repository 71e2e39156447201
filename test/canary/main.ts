/**
 * `node test/canary/main.ts --doctor FILE --out FILE`: writes what it found to the second file, and prints it. The first one is what
 * `hot-papers doctor --json` printed. Exit status: 0 all well, 1 something moved, 2 something did not answer and nothing moved.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { lookAtArxiv, readDoctor, reportOf } from "./canary.ts";

const { values } = parseArgs({ options: { doctor: { type: "string" }, out: { type: "string" } } });
const doctor = values.doctor ? readDoctor(readFileSync(values.doctor, "utf8")) : [];
const findings = [...(await lookAtArxiv({ fetch, now: Date.now, wait })), ...doctor];
const report = reportOf(findings);
if (values.out) writeFileSync(values.out, report);
console.log(report);
const has = (state: string) => findings.some((finding) => finding.state === state);
process.exitCode = has("moved") ? 1 : has("silent") ? 2 : 0;
