import { expect, test } from "vitest";
import { absUrl, listUrl, pdfUrl } from "../../lib/paper/links.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";

test("links name the paper without a version, so that they lead to its newest", () => {
  const id = "hep-th/9901001" as PaperId;
  expect([absUrl(id), pdfUrl(id), listUrl("cs.CL")]).toEqual([
    "https://arxiv.org/abs/hep-th/9901001",
    "https://arxiv.org/pdf/hep-th/9901001",
    "https://arxiv.org/list/cs.CL/recent",
  ]);
});
