/**
 * What Gatsby makes of the archive's Markdown (remark, with links in headings, links to other sites marked, formulas by
 * KaTeX): as much of it as digests use, checked against remark itself when this was written.
 */
const escape = (text: string) => text.replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;");

const formula = (tex: string) =>
  `<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi></mrow>` +
  `<annotation encoding="application/x-tex">${escape(tex)}</annotation></semantics></math></span>` +
  `<span class="katex-html" aria-hidden="true"><span class="mord">x</span></span></span>`;

const inline = (text: string) =>
  text
    .split(/(\$[^$]+\$|\[[^\]]*\]\([^)]*\))/gu)
    .map((part) => {
      if (/^\$.+\$$/u.test(part)) return formula(part.slice(1, -1));
      const link = /^\[([^\]]*)\]\(([^)]*)\)$/u.exec(part);
      if (!link) return escape(part);
      return `<a href="${link[2]}" target="_self" rel="nofollow noopener noreferrer">${escape(link[1] ?? "")}</a>`;
    })
    .join("");

/** The HTML of one post, without its front matter. */
export function gatsbyHtml(markdown: string): string {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/u, "");
  const html = body.split(/\n{2,}/u).map((block) => {
    const text = block.trim();
    if (text === "") return "";
    if (text.startsWith("# ")) {
      const id = text.slice(2).toLowerCase().replace(/\W+/gu, "-");
      return (
        `<h1 id="${id}" style="position:relative;"><a href="#${id}" aria-label="${id} permalink" class="anchor before">` +
        `<svg aria-hidden="true" height="16"><path d="M4 9h1v1z"></path></svg></a>${inline(text.slice(2))}</h1>`
      );
    }
    if (text.startsWith("- ")) {
      return `<ul>\n${text
        .split("\n")
        .map((item) => `<li>\n<p>${inline(item.slice(2))}</p>\n</li>`)
        .join("\n")}\n</ul>`;
    }
    return text.startsWith("<") ? text : `<p>${inline(text)}</p>`;
  });
  return html.filter(Boolean).join("\n");
}
