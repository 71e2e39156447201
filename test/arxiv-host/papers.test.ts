import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../setup/shared.ts";
import { arxivPages, arxivReply } from "./arxiv.ts";
import { archivedIds, papers } from "./papers.ts";

const DIGESTS = sharedPath("digests");

describeWithShared("digests", "with the archive's own files", () => {
  const inDigests = new Set(
    readdirSync(DIGESTS).flatMap((name) =>
      [
        ...readFileSync(`${DIGESTS}/${name}`, "utf8").matchAll(
          /\[abs\]\(https:\/\/arxiv\.org\/abs\/([^)]+)\)/gu,
        ),
      ].map(([, id]) => id),
    ),
  );

  test("our arXiv is right about which of its papers are in the archive", () => {
    const really = [...papers.keys()].filter((id) => inDigests.has(id));
    expect(really).toEqual([...archivedIds]);
  });
});

test("every long list has papers in and out of the archive, or it would prove nothing", () => {
  const lists = arxivPages.filter(({ kind, ids }) => kind !== "abs" && ids.length > 2);
  expect(lists.length).toBeGreaterThan(6);
  for (const { path, ids } of lists) {
    const archived = ids.filter((id) => archivedIds.has(id)).length;
    expect(archived, `archived on ${path}`).toBeGreaterThan(0);
    expect(archived, `archived on ${path}`).toBeLessThan(ids.length);
  }
});

test("a page's ids are those that its links to abstracts name", () => {
  for (const { path, kind, ids, html } of arxivPages.filter((page) => page.kind === "list")) {
    const links = [...html.matchAll(/<a href ="\/abs\/([^"]+)" title="Abstract"/gu)].map(([, id]) => id);
    expect(links, `${kind} ${path}`).toEqual(ids);
  }
});

test("an address that our arXiv does not have is answered as arXiv does: not recognized", () => {
  const reply = arxivReply(new URL("https://arxiv.org/abs/9999.99999"));
  expect(reply.status).toBe(404);
  expect(reply.body).toContain("[9999.99999] Article identifier not recognized");
});

test("titles with TeX and quotes stay text", () => {
  expect(arxivReply(new URL("https://arxiv.org/abs/2106.06899")).body).toContain("via Top-$k$ Attention");
  expect(arxivReply(new URL("https://arxiv.org/list/cs.LG/recent")).body).toContain("Stéphane d&#39;Ascoli");
});
