import { type Node, Parser } from "commonmark";
import fc from "fast-check";
import { expect, test } from "vitest";
import { markdownLink } from "../../lib/paper/citation.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";

const link = (title: string, authors: string[] = []) =>
  markdownLink({ id: "2108.04840" as PaperId, title, authors, categories: [] });

/** What CommonMark's own reader makes of a line: addresses and texts of its links, and the text after them. */
function read(line: string) {
  const links: { to: string | null; text: string }[] = [];
  let rest = "";
  let other = "";
  const walker = new Parser().parse(`- ${line}`).walker();
  let within: Node | undefined;
  for (let step = walker.next(); step; step = walker.next()) {
    const { node, entering } = step;
    if (node.type === "link") {
      within = entering ? node : undefined;
      if (entering) links.push({ to: node.destination, text: "" });
    } else if (node.type === "text") {
      const current = links.at(-1);
      if (within && current) current.text += node.literal;
      else rest += node.literal;
    } else if (!/^(?:document|list|item|paragraph)$/u.test(node.type)) other += `${node.type} `;
  }
  return { links, rest, other };
}
const one = (text: string, rest = ", 2021") => ({
  links: [{ to: "https://arxiv.org/abs/2108.04840", text }],
  rest,
  other: "",
});

test.each([
  "Functions on $[0,1)$ and Beyond",
  "Maps into $]0,1[$",
  "The Space $L^2[0,\\infty)$",
  "Interval \\[0,1) Escaped",
  "Trailing Backslash \\",
  "$\\{0,1\\}^n$, $a * b * c$ and $_x_$",
  "$f[a](b)$ and $g[a][b]$",
  "$\\mathcal{O}_x$ and $a_{n}$ with `code` and ![image]",
  "A [new](https://evil.example) <b>look</b> &amp; $x<y$ <https://evil.example>",
  "Costs $5 [or] $10",
])("%s is one link, whose text is the title", (title) => {
  expect(read(link(title))).toEqual(one(title));
});

test("accents are letters, and commands of style are gone", () => {
  expect(read(link('On K\\"{a}hler \\emph{Things} at 5\\%'))).toEqual(one("On Kähler Things at 5%"));
});

test("formulas that can be read as they are stay TeX for readers that draw them", () => {
  expect(link("The $x_1$ of $\\alpha[1]$ and $a'$")).toMatch(
    /^\[The \$x_1\$ of \$\\alpha\[1\]\$ and \$a'\$\]/u,
  );
});

test("names are text", () => {
  expect(read(link("T", ["[Ada](https://evil.example)", "*B*"]))).toEqual(one("T", ", [Ada] and *B*, 2021"));
});

test("any title of Markdown's marks", () => {
  const title = fc.array(
    fc.constantFrom(...Array.from("[]()<>*_`!&#$\\{}~|:;a1 ."), "$x$", "&lt;", "](", "<b"),
    {
      maxLength: 16,
    },
  );
  fc.assert(
    fc.property(title, (parts) => {
      const { links, other } = read(link(`A${parts.join("")}`));
      expect(links).toHaveLength(1);
      expect(other).toBe("");
    }),
    { numRuns: 3000 },
  );
});
