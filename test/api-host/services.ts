/**
 * The services as their documentation and samples show them: for one request, status, headers and body. Their bad habits are
 * part of it: throttles without a word, 403 without CORS, 406 without Accept, dates that are always today.
 */
import type { Addresses } from "../../lib/live/sources/addresses.ts";
import type { BskyPost, Paper, World } from "./world.ts";

export interface ApiRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface ApiAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export const PASSWORD = "abcd-efgh-ijkl-mnop";
export const X_TOKEN = "AAAAinventedtoken";

const json = (value: unknown, headers: Record<string, string> = {}, status = 200): ApiAnswer => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8", ...headers },
  body: JSON.stringify(value),
});

const xml = (body: string, type: string, status = 200): ApiAnswer => ({
  status,
  headers: { "content-type": type },
  body,
});

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const STAR = { "access-control-allow-origin": "*" };

function huggingface({ path, query, headers }: ApiRequest, world: World): ApiAnswer {
  const origin = headers["origin"];
  const cors: Record<string, string> =
    typeof origin === "string" ? { "access-control-allow-origin": origin, vary: "Origin" } : {};
  const known = world.huggingface.find(({ id }) => path === `/api/papers/${id}`);
  if (known) {
    const { id, title, authors, summary, upvotes } = known;
    return json({ id, title, authors, summary, upvotes, discussionId: "d", publishedAt: "x" }, cors);
  }
  if (path !== "/api/daily_papers") return json({ error: "Not found" }, cors, 404);
  const date = query.get("date") ?? "";
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || date > world.listDate)
    return json({ error: "Invalid date" }, cors, 400);
  const items = world.huggingface.filter((item) => item.date === date);
  return json(
    items.map(({ id, title, authors, summary, upvotes, comments }) => ({
      paper: {
        id,
        title,
        authors: authors.map(({ name, hidden = false }, n) => ({ _id: `id${n}`, name, hidden })),
        summary,
        upvotes,
        publishedAt: "2026-11-19T17:08:18.000Z",
        submittedOnDailyAt: "2026-11-20T03:55:12.777Z",
      },
      publishedAt: "2026-11-19T12:08:18.000Z",
      title,
      ...(comments !== undefined && { numComments: comments }),
      thumbnail: "https://cdn-thumbnails.huggingface.co/invented.png",
    })),
    { ...cors, ratelimit: '"api";r=489;t=112', "ratelimit-policy": '"fixed window";"api";q=500;w=300' },
  );
}

/** Whether a text has these words with at most one letter changed. */
const nearly = (text: string, words: string): boolean =>
  Array.from(text).some((_, start) => {
    const there = text.slice(start, start + words.length);
    return there.length === words.length && Array.from(there).filter((c, at) => c !== words[at]).length <= 1;
  });

/** Algolia forgives one letter: hosts that differ from the word by one are hits too, and so is a word in the title. */
function hackernews({ path, query }: ApiRequest, world: World): ApiAnswer {
  if (path !== "/api/v1/search_by_date" && path !== "/api/v1/search")
    return json({ message: "not found" }, STAR, 404);
  const words = query.get("query") ?? "";
  const limits = /created_at_i>(\d+),created_at_i<=(\d+)/.exec(query.get("numericFilters") ?? "");
  const [after, before] = [Number(limits?.[1] ?? 0), Number(limits?.[2] ?? Infinity)];
  const hits = world.stories
    .map((story) => ({ ...story, created_at_i: Date.parse(story.created_at) / 1000 }))
    .filter((story) => story.created_at_i > after && story.created_at_i <= before)
    .filter(({ url = "" }) => words === "arxiv.org" || nearly(url, words))
    .toSorted((a, b) => b.created_at_i - a.created_at_i);
  const page = hits.slice(0, Number(query.get("hitsPerPage") ?? 20));
  return json(
    {
      hits: page.map((story) => ({
        ...story,
        story_id: Number(story.objectID),
        _tags: ["story", `author_${story.author}`, `story_${story.objectID}`],
        _highlightResult: {},
      })),
      exhaustive: { nbHits: true, typo: true },
      hitsPerPage: page.length,
      nbHits: hits.length,
      nbPages: 1,
      page: 0,
      query: query.get("query"),
      processingTimeMS: 5,
    },
    STAR,
  );
}

const uriOf = (post: BskyPost): string => `at://${post.did}/app.bsky.feed.post/${post.key}`;

function postView(post: BskyPost, later: boolean): unknown {
  const external = (uri: string) => ({ uri, title: "A card", description: "Abstract page for arXiv paper" });
  const embed =
    post.card !== undefined
      ? { $type: "app.bsky.embed.external", external: external(post.card) }
      : post.quoteCard !== undefined
        ? {
            $type: "app.bsky.embed.recordWithMedia",
            media: { $type: "app.bsky.embed.external", external: external(post.quoteCard) },
            record: {
              $type: "app.bsky.embed.record",
              record: { cid: "bafyinvented", uri: "at://did:plc:x/y/z" },
            },
          }
        : undefined;
  return {
    uri: uriOf(post),
    cid: "bafyreiinvented",
    author: {
      did: post.did,
      handle: post.handle,
      ...(post.displayName !== undefined && { displayName: post.displayName }),
      labels: (post.authorLabels ?? []).map((val) => ({
        src: post.did,
        uri: uriOf(post),
        val,
        cts: "1970-01-01T00:00:00.000Z",
      })),
    },
    record: {
      $type: "app.bsky.feed.post",
      createdAt: post.createdAt,
      text: post.text,
      ...(post.langs && { langs: post.langs }),
      ...(post.links && {
        facets: post.links.map((uri) => ({
          index: { byteStart: 0, byteEnd: 4 },
          features: [{ $type: "app.bsky.richtext.facet#link", uri }],
        })),
      }),
      ...(embed && { embed }),
    },
    bookmarkCount: 0,
    replyCount: 0,
    repostCount: post.reposts,
    likeCount: later ? (post.likesLater ?? post.likes) : post.likes,
    quoteCount: 0,
    indexedAt: post.createdAt,
    labels: [],
  };
}

/** Links exactly this address, without `www.`, fragment and tracking words: other pages of a paper are other addresses. */
const linksAddress = (post: BskyPost, address: string): boolean =>
  [...(post.links ?? []), post.card, post.quoteCard].some(
    (link) => link?.replace("://www.", "://").replace(/[?#].*/, "") === address,
  );

/** Links any paper's address on this host, as the service's index of links has it. */
const onHost = (post: BskyPost, host: string): boolean =>
  [...(post.links ?? []), post.card, post.quoteCard].some(
    (link) => link !== undefined && new URL(link).hostname.replace(/^www\./, "") === host,
  );

function searchPosts({ query }: ApiRequest, world: World, paged: boolean): ApiAnswer {
  const q = query.get("q");
  if (q === null) {
    const message = 'Invalid app.bsky.feed.searchPosts params: Missing required key "q"';
    return json({ error: "InvalidRequest", message }, STAR, 400);
  }
  const since = query.get("since") ?? "";
  const until = query.get("until") ?? "9";
  const host = query.get("domain");
  const address = query.get("url");
  const words = q.replace(/^"(.*)"$/, "$1");
  const found = world.posts
    // One old post slips through every limit of time, as it does on the real service (sortAt is not createdAt).
    .filter((post) => post.createdAt < "2026-11" || (post.createdAt >= since && post.createdAt < until))
    .filter((post) => {
      if (address !== null) return linksAddress(post, address);
      return host === null ? `${post.text} ${post.links?.join(" ")}`.includes(words) : onHost(post, host);
    })
    .toSorted((a, b) =>
      query.get("sort") === "top" ? b.likes - a.likes : a.createdAt < b.createdAt ? 1 : -1,
    );
  const start = Number(query.get("cursor") ?? 0);
  // Small pages, so that paging is seen.
  const size = paged ? 5 : Number(query.get("limit") ?? 25);
  const posts = found.slice(start, start + size).map((post) => postView(post, false));
  const end = start + posts.length;
  return json({ posts, hitsTotal: found.length, ...(end < found.length && { cursor: String(end) }) }, STAR);
}

function getPosts({ query }: ApiRequest, world: World): ApiAnswer {
  const uris = query.getAll("uris");
  if (uris.length > 25)
    return json({ error: "InvalidRequest", message: "uris must not have more than 25" }, STAR, 400);
  const posts = world.posts.filter((post) => uris.includes(uriOf(post)) && post.deleted !== true);
  return json({ posts: posts.map((post) => postView(post, true)) }, STAR);
}

function blueskyPosts(request: ApiRequest, world: World): ApiAnswer {
  if (request.path === "/xrpc/app.bsky.feed.getPosts") return getPosts(request, world);
  // Search is closed here to all, by the CDN: no CORS header, no JSON.
  return xml("<html><h1>403 Forbidden</h1></html>", "text/html", 403);
}

/** The directory, and under `/pds` the server on which all its accounts are. */
function plc({ path, query, headers }: ApiRequest, world: World): ApiAnswer {
  if (path === "/pds/xrpc/com.atproto.repo.getRecord") {
    const did = query.get("repo") ?? "";
    return world.optedOut.includes(did)
      ? json({ uri: `at://${did}/x/self`, value: { hideFromAlgorithmicRecommendations: true } }, STAR)
      : json({ error: "RecordNotFound", message: "Could not locate record" }, STAR, 400);
  }
  const did = path.slice(1);
  const known = did === "did:plc:z72i7hdynmk6r22z27h6tvur" || world.posts.some((post) => post.did === did);
  if (!known) return json({ message: "DID not registered" }, STAR, 404);
  const serviceEndpoint = `http://${String(headers["host"])}/plc/pds`;
  return json(
    { id: did, service: [{ id: "#atproto_pds", type: "AtprotoPersonalDataServer", serviceEndpoint }] },
    STAR,
  );
}

function blueskyServer(request: ApiRequest, world: World): ApiAnswer {
  if (request.path === "/xrpc/com.atproto.server.createSession" && request.method === "POST") {
    const { password } = JSON.parse(request.body) as { password?: string };
    return password === PASSWORD
      ? json(
          { did: "did:plc:publisher", handle: "publisher.example", accessJwt: "jwt-1", refreshJwt: "jwt-2" },
          STAR,
        )
      : json({ error: "AuthenticationRequired", message: "Invalid identifier or password" }, STAR, 401);
  }
  if (request.headers["authorization"] !== "Bearer jwt-1") {
    return json({ error: "AuthMissing", message: "Authentication Required" }, STAR, 401);
  }
  if (request.path === "/xrpc/app.bsky.feed.searchPosts") return searchPosts(request, world, true);
  return json({ error: "MethodNotImplemented" }, STAR, 501);
}

function x({ path, query, headers }: ApiRequest, world: World): ApiAnswer {
  if (headers["authorization"] !== `Bearer ${X_TOKEN}`)
    return json({ title: "Unauthorized", status: 401 }, {}, 401);
  if (path !== "/2/tweets/search/recent" || query.get("query") === null)
    return json({ title: "Invalid" }, {}, 400);
  const size = Number(query.get("max_results") ?? 10);
  if (size < 10 || size > 100) return json({ title: "Invalid Request" }, {}, 400);
  return json({
    data: world.tweets.map(({ id, created_at, links, retweets, likes }) => ({
      id,
      created_at,
      edit_history_tweet_ids: [id],
      text: "words that must not be kept",
      public_metrics: { retweet_count: retweets, reply_count: 0, like_count: likes, quote_count: 0 },
      ...(links.length > 0 && { entities: { urls: links.map((expanded_url) => ({ expanded_url })) } }),
    })),
    meta: { result_count: world.tweets.length },
  });
}

/** A number of alphaXiv's own for a paper, in the form of a UUID. */
const groupOf = (id: string): string =>
  `019cbc05-f11c-75c7-a13b-${Array.from(id)
    .map((letter) => (letter.charCodeAt(0) % 16).toString(16))
    .join("")
    .padEnd(12, "0")
    .slice(0, 12)}`;

const ALPHAXIV_CORS = { "access-control-allow-origin": "https://www.alphaxiv.org" };
const zodError = (message: string): ApiAnswer =>
  json(
    { error: { message, issues: [{ code: "invalid_type", path: ["query"], message: "Required" }] } },
    ALPHAXIV_CORS,
    400,
  );

/** All five parameters of the feed or none, 504 at large pages, 404 for posts if it knows of none; no browser elsewhere may read it. */
function alphaxiv({ path, query }: ApiRequest, world: World): ApiAnswer {
  if (path === "/papers/v3/feed") {
    const [page, size] = [Number(query.get("pageNum")), Number(query.get("pageSize"))];
    if (size > 100) return json({ message: "upstream request timeout" }, {}, 504);
    const wanted = ["pageNum", "pageSize", "sort", "interval", "topics"];
    if (wanted.some((name) => !query.get(name)) || query.get("interval") !== "3 Days")
      return zodError("Invalid query");
    const papers = world.alphaxiv.slice(page * size, (page + 1) * size).map(({ id, mentions }) => ({
      id: groupOf(id),
      paper_group_id: groupOf(id),
      universal_paper_id: id,
      title: world.papers.find((each) => each.id === id)?.title ?? "A paper of elsewhere",
      abstract: "alphaXiv's own words.",
      authors: ["Ada Example"],
      topics: ["Computer Science", "cs.LG"],
      metrics: { visits_count: { all: 9, last_7_days: 9 }, total_votes: 1, x_likes: mentions.length },
      github_stars: null,
    }));
    return json({ papers }, { ...ALPHAXIV_CORS, ratelimit: "1500000/h" });
  }
  const [, kind, name] = /^\/papers\/v3\/(x-mentions-db|legacy)\/([\w./-]+)$/u.exec(path) ?? [];
  const known = world.alphaxiv.find(({ id }) => name === (kind === "legacy" ? id : groupOf(id)));
  if (!known || (kind !== "legacy" && known.mentions.length === 0))
    return json({ error: { message: "Not found" } }, ALPHAXIV_CORS, 404);
  if (kind === "legacy")
    return json(
      { paper: { paper_version: { id: "v" }, paper_group: { id: groupOf(known.id) } } },
      ALPHAXIV_CORS,
    );
  const mentions = known.mentions.map(({ id, handle, text, postedAt, likes, retweets }) => ({
    id: `row-${id}`,
    postId: id,
    conversationId: id,
    text,
    postedAt,
    authorUsername: handle,
    authorName: `Reader ${handle.slice(7)}`,
    authorAvatarUrl: "https://pbs.example/invented.jpg",
    likes,
    retweets,
    replies: 1,
  }));
  return json({ mentions, resources: [] }, ALPHAXIV_CORS);
}

const stale = (paper: Paper): Paper => ({ ...paper, id: `2611.0${paper.id.slice(-4)}` });

function rssItem(paper: Paper): string {
  const kind = paper.announced ?? "new";
  return `<item>
      <title>${escape(paper.title)}</title>
      <link>https://arxiv.org/abs/${paper.id}</link>
      <description>arXiv:${paper.id}v1 Announce Type: ${kind} 
Abstract: ${escape(paper.abstract)}</description>
      <guid isPermaLink="false">oai:arXiv.org:${paper.id}v1</guid>
      ${paper.categories.map((name) => `<category>${name}</category>`).join("")}
      <pubDate>Fri, 20 Nov 2026 00:00:00 -0500</pubDate>
      <arxiv:announce_type>${kind}</arxiv:announce_type>
      <dc:creator>${paper.authors.map(escape).join(", ")}</dc:creator>
    </item>`;
}

/** In this category, or in this archive. */
const isIn = ({ categories }: Paper, name: string): boolean =>
  categories.some((category) => category === name || category.startsWith(`${name}.`));

function arxivRss({ path }: ApiRequest, world: World): ApiAnswer {
  const categories = path.replace(/^\/rss\//, "").split("+");
  const papers = world.papers
    .filter((paper) => paper.announced && !world.emptyRss && categories.some((name) => isIn(paper, name)))
    .map((paper) => (world.staleRss ? stale(paper) : paper));
  // Channel and items carry today's midnight, whatever the batch: as arxiv-feed's serializer writes it.
  return xml(
    `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
  <channel>
    <title>${categories.join(", ")} updates on arXiv.org</title>
    <pubDate>Fri, 20 Nov 2026 00:00:00 -0500</pubDate>
    ${papers.map(rssItem).join("\n    ")}
  </channel>
</rss>`,
    "application/rss+xml",
  );
}

/** One id of a wrong form, and the whole question is refused: as recorded by others on 2026-04-12. */
const refusedBy = (id: string): ApiAnswer =>
  xml(
    `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns="http://www.w3.org/2005/Atom">
<id>https://arxiv.org/</id><title>arXiv Search Results</title><opensearch:totalResults>1</opensearch:totalResults>
<entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_${id}</id><title>Error</title>
<summary>incorrect id format for ${id}</summary><author><name>arXiv api core</name></author></entry></feed>`,
    "application/atom+xml; charset=utf-8",
    400,
  );

function arxivApi({ query, headers }: ApiRequest, world: World): ApiAnswer {
  // Since September 2026: fetch's own "*/*" is taken for no answer.
  if (!String(headers["accept"] ?? "").includes("atom")) return xml("Not Acceptable", "text/plain", 406);
  const ids = (query.get("id_list") ?? "").split(",").slice(0, Number(query.get("max_results") ?? 10));
  const bad = ids.find((id) => world.refused?.includes(id) || id.startsWith("hepth/"));
  if (bad !== undefined) return refusedBy(bad);
  const entries = ids.map((id) => {
    const paper = world.papers.find((one) => one.id === id);
    if (!paper) {
      return `<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_${id}</id><title>Error</title>
    <summary>incorrect id format for ${id}</summary><author><name>arXiv api core</name></author></entry>`;
    }
    return `<entry>
    <id>http://arxiv.org/abs/${id}v1</id>
    <updated>2026-11-19T17:00:00Z</updated>
    <published>${paper.created}T17:00:00Z</published>
    <title>${escape(paper.title)}</title>
    <summary>  ${escape(paper.abstract)}
</summary>
    ${paper.authors.map((name) => `<author><name>${escape(name)}</name></author>`).join("")}
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="${paper.categories[0]}"/>
    ${paper.categories.map((term) => `<category term="${term}" scheme="http://arxiv.org/schemas/atom"/>`).join("")}
  </entry>`;
  });
  return xml(
    `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">ArXiv Query</title>${entries.join("\n")}</feed>`,
    "application/atom+xml; charset=utf-8",
  );
}

function arxivOai({ query }: ApiRequest, world: World): ApiAnswer {
  const wrap = (inside: string) =>
    xml(
      `<?xml version='1.0' encoding='UTF-8'?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-24T04:19:47Z</responseDate>${inside}</OAI-PMH>`,
      "text/xml",
    );
  const token = query.get("resumptionToken")?.split("|");
  const set = token?.[0] ?? query.get("set") ?? "";
  const until = token?.[1] ?? query.get("until") ?? "";
  const start = Number(token?.[2] ?? 0);
  const papers = world.papers.filter((paper) =>
    paper.categories.some((name) => set === name || set.endsWith(`:${name.replace(".", ":")}`)),
  );
  if (papers.length === 0 || until < "2026-11")
    return wrap('<error code="noRecordsMatch">empty list</error>');
  const record = (paper: Paper) => `<record><header><identifier>oai:arXiv.org:${paper.id}</identifier>
    <datestamp>${until}</datestamp></header><metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/">
    <id>${paper.id}</id><created>${paper.created}</created><title>${escape(paper.title)}</title>
    <authors>${paper.authors
      .map((name) => {
        const [first = "", last = ""] = name.split(" ");
        return `<author><keyname>${last}</keyname><forenames>${first}</forenames></author>`;
      })
      .join("")}</authors>
    <categories>${paper.categories.join(" ")}</categories><abstract>${escape(paper.abstract)}</abstract>
    </arXiv></metadata></record>`;
  // Two a page, so that the token is used.
  const page = papers.slice(start, start + 2);
  const end = start + page.length;
  const next =
    end < papers.length ? `<resumptionToken>${set}|${until}|${end}</resumptionToken>` : "<resumptionToken/>";
  return wrap(`<ListRecords>${page.map(record).join("")}${next}</ListRecords>`);
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const longDate = (date: string): string => {
  const day = new Date(Date.parse(date));
  const month = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(day);
  return `${WEEKDAYS[day.getUTCDay()]}, ${day.getUTCDate()} ${month} ${day.getUTCFullYear()}`;
};

function arxivList({ path }: ApiRequest, world: World): ApiAnswer {
  const category = /^\/list\/([^/]+)\/new$/.exec(path)?.[1] ?? "";
  const papers = world.papers.filter((paper) => isIn(paper, category));
  const dt = (paper: Paper) => `<dt><a name='item1'>[1]</a>
      <a href ="/abs/${paper.id}" title="Abstract" id="${paper.id}">arXiv:${paper.id}</a>
      [<a href="/pdf/${paper.id}" title="Download PDF">pdf</a>]</dt><dd><div class='meta'></div></dd>`;
  const section = (name: string, kind: string) => {
    const some = papers.filter((paper) => paper.announced === kind);
    return `<dl id='articles'><h3>${name} (showing ${some.length} of ${some.length} entries)</h3>${some.map(dt).join("")}</dl>`;
  };
  return xml(
    `<!DOCTYPE html><html><body><h1>${category}</h1><h3>Showing new listings for ${longDate(world.listDate)}</h3>
${section("New submissions", "new")}${section("Cross submissions", "cross")}${section("Replacement submissions", "replace")}
</body></html>`,
    "text/html; charset=utf-8",
  );
}

/** Searches that are answered before the service closes for those who are not signed in, and when it opens for one more. */
const SEARCHES = 3;
const REFILL = 40_000;

/** The services with what they remember of their callers. `now` is an instant. */
export function services(world: World, now: () => number) {
  let left = SEARCHES;
  let counted = now();
  const bluesky = (request: ApiRequest): ApiAnswer => {
    if (request.path !== "/xrpc/app.bsky.feed.searchPosts")
      return json({ error: "MethodNotImplemented" }, STAR, 501);
    left = Math.min(SEARCHES, left + (now() - counted) / REFILL);
    counted = now();
    if (left < 1) return xml("Request forbidden by administrative rules.", "text/html", 403);
    left -= 1;
    if (request.query.has("cursor"))
      return xml("Request forbidden by administrative rules.", "text/html", 403);
    return searchPosts(request, world, false);
  };
  const all: Record<keyof Addresses, (request: ApiRequest) => ApiAnswer> = {
    huggingface: (request) => huggingface(request, world),
    hackernews: (request) => hackernews(request, world),
    bluesky,
    blueskyPosts: (request) => blueskyPosts(request, world),
    blueskyServer: (request) => blueskyServer(request, world),
    plc: (request) => plc(request, world),
    x: (request) => x(request, world),
    alphaxiv: (request) => alphaxiv(request, world),
    arxivRss: (request) => arxivRss(request, world),
    arxivApi: (request) => arxivApi(request, world),
    arxivOai: (request) => arxivOai(request, world),
    arxivList: (request) => arxivList(request, world),
  };
  return all;
}
