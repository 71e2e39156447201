/** Feeds with one item for each paper, in the forms in which people publish them. All words are ours. */

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export interface MadeItem {
  title?: string;
  link?: string;
  guid?: string;
  html?: string;
  /** Further elements of the item, as XML. */
  more?: string;
}

/** RSS 2.0. `head` is what is in the channel beside the title. */
export function rssOf(title: string, head: string, items: readonly MadeItem[]): string {
  const all = items.map(
    ({ title: name = "A paper", link = "", guid = link, html = "", more = "" }) =>
      `<item><title>${escaped(name)}</title><link>${escaped(link)}</link><description>${escaped(html)}</description>` +
      `<guid isPermaLink="false">${escaped(guid)}</guid>${more}</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${escaped(title)}</title>${head}${all.join("")}</channel></rss>\n`;
}

/** Items of the form of the Hugging Face RSS: a picture, then labelled paragraphs. */
export const upvotedItem = (id: string, upvotes: number): MadeItem => ({
  title: `On things of number ${id}`,
  link: `https://arxiv.org/abs/${id}`,
  html:
    `<p><img src="https://pictures.example/${id}.png" alt="A picture" style="max-width: 300px" /></p>` +
    `<p><b>Authors:</b> Ada Example, Łukasz Sample</p><p><b>Upvotes:</b> ${upvotes}</p>` +
    `<p><b>Summary:</b> We measure things &amp; gain 3 points.</p>`,
  more: "<pubDate>Thu, 19 Nov 2026 00:00:00 +0000</pubDate>",
});

/** A whole feed of that form, built on 20 November 2026. */
export const upvotedFeed = (papers: readonly [id: string, upvotes: number][]): string =>
  rssOf(
    "Daily papers of everybody",
    "<link>https://huggingface.co/papers</link><lastBuildDate>Fri, 20 Nov 2026 00:40:03 +0000</lastBuildDate>",
    papers.map(([id, upvotes]) => upvotedItem(id, upvotes)),
  );

/** Atom of the form of papers.cool: the entry is a page about the paper, its summary the abstract. */
export function coolFeed(ids: readonly string[], updated = "2026-11-20T08:00:00Z"): string {
  const entries = ids.map(
    (id) =>
      `<entry><id>https://papers.cool/arxiv/${id}</id><title type="html">On &lt;i&gt;things&lt;/i&gt; &amp;amp; more</title>` +
      `<link href="https://papers.cool/arxiv/${id}"/><published>2026-11-19T17:59:00Z</published>` +
      `<author><name>Ada Example</name></author><author><name>Bo Sample</name></author>` +
      `<category term="cs.LG"/><category term="reading"/><summary>What we did.</summary></entry>`,
  );
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Things | a search</title>` +
    `<id>https://papers.cool/</id>${updated && `<updated>${updated}</updated>`}${entries.join("")}</feed>\n`
  );
}

/** JSON Feed without anything of ours in it. */
export const jsonList = (items: readonly object[], title = "Made list"): string =>
  JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title, items });
