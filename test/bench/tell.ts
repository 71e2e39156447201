/** Says on the error output what is being measured, so that the other one has only the report. */
export function tell(line: string): void {
  const seconds = (performance.now() / 1000).toFixed(0).padStart(4);
  process.stderr.write(`${seconds} s  ${line}\n`);
}
