import { expect, test, vi } from "vitest";
import { PlainError } from "../../lib/texts/plain-error.ts";
import type { Digest } from "../../lib/digest/digest.ts";
import { createPicturedDigests, type PicturedDigests } from "../../lib/hot-list/state/pictured-digests.ts";
import { digest } from "./made.ts";

function pictures() {
  const read = vi.fn<() => Promise<readonly Digest[]>>();
  const told: PicturedDigests[] = [];
  return { read, told, ...createPicturedDigests({ read, onPictured: (next) => told.push(next) }) };
}

test("the index is read at the first look, once, and again when it changes", async () => {
  const { read, told, want, indexChanged } = pictures();
  const [first, second] = [[digest("2021-08-12")], [digest("2021-08-13")]];
  read.mockResolvedValueOnce(first).mockResolvedValueOnce(second);
  indexChanged();
  expect(read).not.toHaveBeenCalled();
  want();
  want();
  await vi.waitFor(() => expect(told).toEqual([{ kind: "digests", digests: first }]));
  indexChanged();
  await vi.waitFor(() => expect(told.at(-1)).toEqual({ kind: "digests", digests: second }));
  expect(read).toHaveBeenCalledTimes(2);
});

test("an answer that comes too late is not shown", async () => {
  const { read, told, want, indexChanged } = pictures();
  const late = Promise.withResolvers<readonly Digest[]>();
  read.mockReturnValueOnce(late.promise).mockResolvedValueOnce([]);
  want();
  indexChanged();
  await vi.waitFor(() => expect(told).toEqual([{ kind: "digests", digests: [] }]));
  late.resolve([digest("2021-08-12")]);
  await late.promise;
  await Promise.resolve();
  expect(told).toHaveLength(1);
});

test("an index that cannot be read is told", async () => {
  const { read, told, want } = pictures();
  read.mockRejectedValueOnce(new PlainError("closed"));
  want();
  await vi.waitFor(() => expect(told).toEqual([{ kind: "failed", reason: "closed" }]));
});
