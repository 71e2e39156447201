import { expect, test } from "vitest";
import { outsideUrl } from "../../lib/hot-list/outside-url.ts";

test.each(["https://twitter.com/a/status/1", "http://example.org/?q=%27"])("%s is a link", (url) => {
  expect(outsideUrl(url)).toBe(url);
});

test.each([
  "javascript:alert(1)",
  " javascript:alert(1)",
  "JAVASCRIPT:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "//example.org/",
  "popup.html",
  "chrome-extension://abc/popup.html",
  "",
])("%s is not a link", (url) => {
  expect(outsideUrl(url)).toBeUndefined();
});
