/** What a site's robots.txt says to all robots (RFC 9309). */

export interface Robots {
  mayAsk: (path: string) => boolean;
  /** Seconds between two requests. */
  delay: number;
}

/** arXiv's own wish, if its file does not name one. */
const USUAL_DELAY = 15;

/** Reads the group for all robots. The longest rule that fits a path decides; of two of one length, the one that allows. */
export function readRobots(text: string): Robots {
  const rules: { allow: boolean; path: string }[] = [];
  let delay = USUAL_DELAY;
  let forAll = false;
  let inNames = false;
  for (const line of text.split("\n")) {
    const [bare = ""] = line.split("#");
    const colon = bare.indexOf(":");
    const name = bare.slice(0, colon).trim().toLowerCase();
    const value = bare.slice(colon + 1).trim();
    if (colon < 0) continue;
    if (name === "user-agent") {
      forAll = value === "*" || (inNames && forAll);
      inNames = true;
      continue;
    }
    inNames = false;
    if (!forAll || value === "") continue;
    if (name === "allow" || name === "disallow") rules.push({ allow: name === "allow", path: value });
    if (name === "crawl-delay" && Number(value) > 0) delay = Number(value);
  }
  const order = rules.toSorted((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow));
  return { delay, mayAsk: (path) => order.find((rule) => fits(rule.path, path))?.allow ?? true };
}

/** Whether a path begins as a rule says: `*` stands for anything, `$` for the end. */
function fits(rule: string, path: string): boolean {
  const [first = "", ...parts] = rule.replace(/\$$/u, "").split("*");
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !rule.endsWith("$") || at === path.length;
}
