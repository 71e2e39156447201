/** One paper of a digest as HTML: for the day's page and, without our own links, for feed readers. */
import type { Entry, Network, Post } from "../../digest/digest.ts";
import { tidyAuthors } from "../../paper/author-name.ts";
import { absUrl, pdfUrl } from "../../paper/links.ts";
import { withAccents } from "../../tex/accents.ts";
import { markup } from "./html.ts";
import type { Html } from "./html.ts";
import { figures, longDate, NETWORK_NAMES, several } from "./wording.ts";

const ranksText = (ranks: Partial<Record<Network, number>>): string =>
  Object.entries(ranks)
    .map(([network, rank]) => `${NETWORK_NAMES[network as Network]} ${rank}`)
    .join(", ");

function postHtml(post: Post): Html {
  const author = post.author.name || (post.author.handle === "i" ? "" : post.author.handle);
  const where = markup`<a href="${post.url}" rel="noreferrer">${NETWORK_NAMES[post.network]}, ${longDate(post.date)}</a>`;
  const who = author === "" ? undefined : markup`<bdi>${author}</bdi>, `;
  return post.text
    ? markup`<li>
        <p lang="${post.lang}" dir="${post.dir}">${post.text}</p>
        <p>${who}${where}</p>
      </li>`
    : markup`<li><p>${who}${where}</p></li>`;
}

/** The posts, those with words of their own first. */
function postsHtml(posts: readonly Post[]): Html | undefined {
  if (posts.length === 0) return undefined;
  const sorted = [...posts.filter((post) => !post.titleOnly), ...posts.filter((post) => post.titleOnly)];
  return markup`<details>
    <summary>${several(posts.length, "post")}</summary>
    <ul class="posts">
      ${sorted.map(postHtml)}
    </ul>
  </details>`;
}

function abstractHtml(abstract: string | undefined): Html | undefined {
  if (!abstract) return undefined;
  const paragraphs = withAccents(abstract)
    .split("\n\n")
    .map((paragraph) => markup`<p>${paragraph}</p>`);
  return markup`<details>
    <summary>Abstract</summary>
    ${paragraphs}
  </details>`;
}

/** `category` gives the address of a category's page. */
export function entryHtml(entry: Entry, category: (name: string) => string): Html {
  const counts = entry.counts.map(
    (one) => markup`<li>${NETWORK_NAMES[one.network]}: ${figures(one) || "unknown"}</li>`,
  );
  const categories = entry.categories.map((name) => markup`<li><a href="${category(name)}">${name}</a></li>`);
  return markup`<article data-hot-paper="${entry.id}" id="p${entry.id.replace("/", "-")}">
    <h2>${entry.rank}. <a href="${absUrl(entry.id)}">${withAccents(entry.title)}</a></h2>
    <p class="authors">${tidyAuthors(entry.authors).join(", ")}</p>
    <ul class="counts" aria-label="How much people talked about it">
      ${counts}
    </ul>
    ${entry.ranks && markup`<p class="ranks">Mixed rank of: ${ranksText(entry.ranks)}</p>`}
    ${
      categories.length > 0
        ? markup`<ul class="categories" aria-label="Categories">
            ${categories}
          </ul>`
        : undefined
    }
    <p><a href="${pdfUrl(entry.id)}">PDF of ${entry.id}</a></p>
    ${abstractHtml(entry.abstract)} ${postsHtml(entry.posts)}
  </article>
`;
}
