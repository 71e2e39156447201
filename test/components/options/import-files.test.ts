import { expect, test, vi } from "vitest";
import { PlainError } from "../../../lib/texts/plain-error.ts";
import type { ImportReport } from "../../../lib/messages/messages.ts";
import { createFileImporter } from "../../../components/options/import-files.ts";
import type { ImportState } from "../../../components/options/import-state.ts";
import { settled } from "../../setup/settled.ts";

const file = (name: string) => new File([`text of ${name}`], name);
const reportOf = (name: string): ImportReport => ({
  name,
  days: ["2021-08-12"],
  papers: 11,
  older: [],
  problems: [],
});

function stage(importFile = async (name: string, _content: string) => reportOf(name)) {
  const states: ImportState[] = [];
  const importer = createFileImporter({ importFile, onState: (state) => states.push(state) });
  const done = () => vi.waitFor(() => expect(states.at(-1)?.kind).toBe("done"));
  return { importer, states, done };
}

test("gives every file to the worker, in order, one at a time", async () => {
  const given: string[] = [];
  let atOnce = 0;
  const { importer, done } = stage(async (name, content) => {
    atOnce += 1;
    expect(atOnce).toBe(1);
    given.push(content);
    await settled();
    atOnce -= 1;
    return reportOf(name);
  });
  importer.add([file("a.md"), file("b.md"), file("c.json")]);
  await done();
  expect(given).toEqual(["text of a.md", "text of b.md", "text of c.json"]);
});

test("tells which file is being read and how many are done", async () => {
  const { importer, states, done } = stage();
  importer.add([file("a.md"), file("b.md")]);
  await done();
  const steps = states.map((state) =>
    state.kind === "running" ? `${state.current}: ${state.reports.length} of ${state.of}` : state.kind,
  );
  expect([...new Set(steps)]).toEqual(["a.md: 0 of 2", "a.md: 1 of 2", "b.md: 1 of 2", "done"]);
});

test("one bad file costs that file, not the others", async () => {
  const { importer, states, done } = stage(async (name) => {
    if (name === "a.md") throw new PlainError("no room on the disk");
    return reportOf(name);
  });
  importer.add([file("a.md"), new File([Uint8Array.of(0xff)], "b.png"), file("c.md")]);
  await done();
  const last = states.at(-1);
  expect(last?.kind === "done" && last.reports).toEqual([
    { number: 1, name: "a.md", outcome: { kind: "failed", error: "no room on the disk" } },
    { number: 2, name: "b.png", outcome: { kind: "refused", reason: "binary" } },
    { number: 3, name: "c.md", outcome: { kind: "read", report: reportOf("c.md") } },
  ]);
});

test("files that come while others are read wait for their turn and are counted with them", async () => {
  const { importer, states, done } = stage();
  importer.add([file("a.md")]);
  importer.add([file("b.md")]);
  await done();
  expect(states.filter(({ kind }) => kind === "done")).toHaveLength(1);
  expect(states.at(-1)).toHaveProperty("reports.length", 2);
});

test("a new import drops the reports of the last one", async () => {
  const { importer, states, done } = stage();
  importer.add([file("a.md")]);
  await done();
  importer.add([file("b.md")]);
  expect(states.at(-1)).toMatchObject({ kind: "running", reports: [] });
  await done();
  expect(states.at(-1)).toHaveProperty("reports.length", 1);
});

test("without a file there is no import", () => {
  const { importer, states } = stage();
  importer.add([]);
  expect(states).toEqual([{ kind: "idle" }]);
});
