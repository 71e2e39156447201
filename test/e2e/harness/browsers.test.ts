import { expect, test } from "vitest";
import { familyOf, findBrowser, type Machine } from "./browsers.ts";

const machine = (env: Record<string, string>, ...programs: string[]): Machine => ({
  env,
  runs: (path) => programs.includes(path),
  home: "/home/reader",
});

test("takes the first folder of the PATH that has one, Chromium before Chrome and Edge", () => {
  const found = machine({ PATH: "/usr/bin:/opt/bin" }, "/opt/bin/chromium", "/usr/bin/google-chrome");
  expect(findBrowser("chromium", found)).toBe("/opt/bin/chromium");
  expect(findBrowser("chromium", machine({ PATH: "/a:/b" }, "/b/microsoft-edge"))).toBe("/b/microsoft-edge");
  expect(findBrowser("firefox", machine({ PATH: "/a:/b" }, "/b/firefox-esr"))).toBe("/b/firefox-esr");
});

test("looks where macOS and Windows keep programs", () => {
  const mac = "/home/reader/Applications/Firefox.app/Contents/MacOS/firefox";
  expect(findBrowser("firefox", machine({}, mac))).toBe(mac);
  const windows = "C:/Program Files/Google/Chrome/Application/chrome.exe";
  expect(findBrowser("chromium", machine({ PROGRAMFILES: "C:/Program Files" }, windows))).toBe(windows);
});

test("HOT_PAPERS_BROWSER chooses for its own family only", () => {
  const env = { PATH: "/bin", HOT_PAPERS_BROWSER: "/opt/brave" };
  const both = machine(env, "/opt/brave", "/bin/chromium", "/bin/firefox");
  expect(findBrowser("chromium", both)).toBe("/opt/brave");
  expect(findBrowser("firefox", both)).toBe("/bin/firefox");
  expect(familyOf("C:\\Program Files\\Mozilla Firefox\\firefox.exe")).toBe("firefox");
});

test("a chosen browser that is not there is an error, because another one would be a surprise", () => {
  const env = { PATH: "/bin", HOT_PAPERS_FIREFOX: "/nowhere/firefox" };
  expect(() => findBrowser("firefox", machine(env, "/bin/firefox"))).toThrow("/nowhere/firefox");
});

test("no browser is undefined", () => {
  expect(findBrowser("chromium", machine({ PATH: "/bin" }))).toBeUndefined();
});
