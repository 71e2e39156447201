import { X509Certificate, createPrivateKey } from "node:crypto";
import { expect, test } from "vitest";
import { certificateFor } from "./certificate.ts";

test("Node itself reads the certificate: valid now, for every host, signed by its own key", () => {
  const { key, cert } = certificateFor(["arxiv.org", "*.arxiv.org"]);
  const read = new X509Certificate(cert);
  expect(read.checkHost("arxiv.org")).toBe("arxiv.org");
  expect(read.checkHost("export.arxiv.org")).toBe("*.arxiv.org");
  expect(read.checkHost("example.org")).toBeUndefined();
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(Date.parse(read.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(read.validTo)).toBeGreaterThan(Date.now());
});
