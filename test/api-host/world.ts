/**
 * What the local services know: a small day of talk around Friday, 20 November 2026, every word and figure of it invented here.
 * The traps are people: bots, authors who opted out, deleted posts, links in every form, and near misses.
 */

/** Friday, 17:00 in New York: the list of that Friday is out, the next comes on Sunday evening. */
export const NOW = Date.parse("2026-11-20T22:00:00Z");
export const DATE = "2026-11-20";

export interface Paper {
  id: string;
  title: string;
  authors: string[];
  categories: string[];
  abstract: string;
  /** When it was handed in, `YYYY-MM-DD`. */
  created: string;
  /** In arXiv's announcement of the day, and as what. */
  announced?: "new" | "cross" | "replace";
}

export interface HfItem {
  id: string;
  /** Hugging Face's day. */
  date: string;
  upvotes: number;
  comments?: number;
  title: string;
  authors: { name: string; hidden?: boolean }[];
  summary: string;
}

export interface Story {
  objectID: string;
  author: string;
  title: string;
  url?: string;
  points: number;
  num_comments: number;
  created_at: string;
}

export interface BskyPost {
  did: string;
  key: string;
  handle: string;
  displayName?: string;
  text: string;
  createdAt: string;
  /** Links in facets. */
  links?: string[];
  /** A link card. */
  card?: string;
  /** A link card beside a quoted post. */
  quoteCard?: string;
  langs?: string[];
  reposts: number;
  likes: number;
  authorLabels?: string[];
  selfLabels?: string[];
  /** Found by the search, which lags behind, but gone. */
  deleted?: boolean;
  /** Likes by the time the posts are counted again. */
  likesLater?: number;
}

export interface Tweet {
  id: string;
  created_at: string;
  links: string[];
  retweets: number;
  likes: number;
}

/** A paper in alphaXiv's feed, with the posts on X that it found about it; without any it answers 404. */
export interface AlphaxivPaper {
  /** An arXiv id, or a slug of alphaXiv's own. */
  id: string;
  mentions: { id: string; handle: string; text: string; postedAt: string; likes: number; retweets: number }[];
}

export interface World {
  /** Hottest first. */
  alphaxiv: AlphaxivPaper[];
  papers: Paper[];
  huggingface: HfItem[];
  stories: Story[];
  posts: BskyPost[];
  /** Accounts with the switch "hide from algorithmic recommendations". */
  optedOut: string[];
  tweets: Tweet[];
  /** The day that arXiv's list says it is of. */
  listDate: string;
  /** The RSS is that of an earlier announcement. */
  staleRss?: boolean;
  /** Whole, but without an item: on weekends, and before it is renewed. */
  emptyRss?: boolean;
  /** Ids for which arXiv's API refuses the whole question. */
  refused?: string[];
}

const did = (n: number) => `did:plc:invented00000000000000${String(n).padStart(2, "0")}`;

const paper = (id: string, title: string, more: Partial<Paper> = {}): Paper => ({
  id,
  title,
  authors: ["Ada Example", "Bo Sample"],
  categories: ["cs.LG", "stat.ML"],
  abstract: `We look at ${title.toLowerCase()}.\n  In a second paragraph we say that it works.`,
  created: "2026-11-19",
  announced: "new",
  ...more,
});

const post = (n: number, more: Partial<BskyPost>): BskyPost => ({
  did: did(n),
  key: `3m5invent${String(n).padStart(4, "0")}`,
  handle: `person${n}.example`,
  displayName: `Person ${n}`,
  text: "worth a read",
  createdAt: "2026-11-20T09:00:00.000Z",
  langs: ["en"],
  reposts: 0,
  likes: 0,
  ...more,
});

const mention = (n: number, more: Partial<AlphaxivPaper["mentions"][number]>) => ({
  id: `19900000000000001${String(n).padStart(2, "0")}`,
  handle: `reader_${n}`,
  text: `words of post ${n} that must not be kept`,
  postedAt: "2026-11-20T12:00:00.000Z",
  likes: 0,
  retweets: 0,
  ...more,
});

/** A fresh copy, so that a test can change its own. */
export const usualWorld = (): World => ({
  papers: [
    paper("2611.12345", "Sparse Attention with   Honest $O(n)$ Cost"),
    paper("2611.12346", "A Paper That Nobody Links", { announced: "new" }),
    paper("2611.12401", "Small Models, Large Gains < Half", { categories: ["cs.CL", "cs.LG"] }),
    paper("2611.12402", "Proofs That Check Themselves & Others", { categories: ["cs.LO"] }),
    paper("2611.11800", "Last Week's Robot", {
      created: "2026-11-16",
      categories: ["cs.RO"],
      announced: "replace",
    }),
    paper("hep-th/9711200", "An Old Limit, Revisited", {
      created: "1997-11-27",
      authors: ["C. Old"],
      categories: ["hep-th"],
      announced: "cross",
    }),
  ],
  huggingface: [
    {
      id: "2611.12345",
      date: "2026-11-20",
      upvotes: 48,
      comments: 3,
      title: "Sparse Attention with Honest O(n) Cost",
      authors: [{ name: "Ada Example" }, { name: "Hidden Person", hidden: true }],
      summary: "We look at attention.",
    },
    {
      id: "2611.12401",
      date: "2026-11-20",
      upvotes: 86,
      comments: 9,
      title: "Small Models, Large Gains < Half",
      authors: [{ name: "Ada Example" }],
      summary: "We look at small models.",
    },
    // Featured on two days: the newer day's figures count.
    {
      id: "2611.12345",
      date: "2026-11-19",
      upvotes: 40,
      comments: 1,
      title: "Sparse Attention with Honest O(n) Cost",
      authors: [{ name: "Ada Example" }],
      summary: "We look at attention.",
    },
    {
      id: "2611.11800",
      date: "2026-11-18",
      upvotes: 5,
      title: "Last Week's Robot",
      authors: [{ name: "Ada Example" }],
      summary: "A robot.",
    },
  ],
  stories: [
    {
      objectID: "50100001",
      author: "someone",
      title: "Sparse attention, honestly [pdf]",
      url: "https://arxiv.org/pdf/2611.12345v2",
      points: 143,
      num_comments: 51,
      created_at: "2026-11-20T16:12:03Z",
    },
    // The same paper handed in again counts once, by its best story.
    {
      objectID: "50100002",
      author: "other",
      title: "Sparse attention",
      url: "https://www.arxiv.org/abs/2611.12345?utm_source=x",
      points: 7,
      num_comments: 0,
      created_at: "2026-11-20T18:00:00Z",
    },
    {
      objectID: "50100003",
      author: "logician",
      title: "Proofs that check themselves",
      url: "https://arxiv.org/abs/2611.12402",
      points: 61,
      num_comments: 12,
      created_at: "2026-11-19T12:00:00Z",
    },
    // Forgiving of typing errors, the search also finds these: no paper of arXiv's.
    {
      objectID: "50100004",
      author: "typo",
      title: "A host that is nearly arXiv",
      url: "https://arxlv.org/abs/2611.12346",
      points: 900,
      num_comments: 300,
      created_at: "2026-11-20T11:00:00Z",
    },
    {
      objectID: "50100005",
      author: "asker",
      title: "Ask HN: how do you read arxiv.org?",
      points: 210,
      num_comments: 180,
      created_at: "2026-11-20T10:00:00Z",
    },
    // Links a paper that does not exist.
    {
      objectID: "50100006",
      author: "ghost",
      title: "A paper with a wrong number",
      url: "https://arxiv.org/abs/2611.99999",
      points: 75,
      num_comments: 2,
      created_at: "2026-11-20T10:30:00Z",
    },
    // Before the 72 hours.
    {
      objectID: "50100007",
      author: "early",
      title: "Too long ago",
      url: "https://arxiv.org/abs/2611.11800",
      points: 300,
      num_comments: 40,
      created_at: "2026-11-16T10:30:00Z",
    },
  ],
  posts: [
    post(1, {
      text: "Lovely result! arxiv.org/abs/2611.12345",
      links: ["https://arxiv.org/abs/2611.12345"],
      reposts: 61,
      likes: 240,
      likesLater: 250,
    }),
    post(2, {
      text: "the version is cut off: arxiv.org/abs/2611.123...",
      links: ["https://arxiv.org/abs/2611.12345v2"],
      reposts: 14,
      likes: 55,
    }),
    post(3, {
      card: "https://www.arxiv.org/abs/2611.12402?utm_source=x#S1",
      reposts: 30,
      likes: 120,
      langs: ["he"],
    }),
    post(4, { quoteCard: "https://arxiv.org/html/2611.12401v1", reposts: 3, likes: 31, langs: ["de"] }),
    post(5, {
      links: ["https://arxiv.org/abs/2611.12401", "http://arxiv.org/abs/hep-th/9711200"],
      reposts: 2,
      likes: 9,
      createdAt: "2026-11-18T20:00:00.000Z",
    }),
    // A bot by its label, one by its handle, one by its name.
    post(6, {
      links: ["https://arxiv.org/abs/2611.12346"],
      authorLabels: ["bot"],
      reposts: 500,
      likes: 900,
    }),
    post(7, {
      handle: "arxiv-cs-lg.example",
      links: ["https://arxiv.org/abs/2611.12346"],
      reposts: 90,
      likes: 90,
    }),
    post(8, {
      displayName: "Paper Bot",
      links: ["https://arxiv.org/abs/2611.12346"],
      reposts: 80,
      likes: 80,
    }),
    // Asked not to be shown to signed-out readers.
    post(9, {
      links: ["https://arxiv.org/abs/2611.12402"],
      authorLabels: ["!no-unauthenticated"],
      reposts: 70,
      likes: 70,
    }),
    // Deleted, but the search does not know yet.
    post(10, { links: ["https://arxiv.org/abs/2611.12402"], reposts: 60, likes: 600, deleted: true }),
    // Asked apps to hide their posts from recommendations.
    post(11, { links: ["https://arxiv.org/abs/2611.11800"], reposts: 50, likes: 500 }),
    // Written long before the 72 hours and only found because the search is generous.
    post(12, {
      links: ["https://arxiv.org/abs/2611.11800"],
      createdAt: "2026-10-01T00:00:00.000Z",
      reposts: 40,
      likes: 400,
    }),
    // An address only in the text is not a link.
    post(13, { text: "see arxiv.org/abs/2611.12346", reposts: 33, likes: 333 }),
  ],
  optedOut: [did(11)],
  alphaxiv: [
    {
      id: "2611.12401",
      mentions: [
        mention(1, { likes: 900, retweets: 80 }),
        mention(2, { likes: 400, retweets: 40, text: "It is fast, and the proof is short." }),
        // The same post, found twice.
        mention(1, { likes: 900, retweets: 80 }),
      ],
    },
    { id: "2611.some-words", mentions: [mention(3, { likes: 5_000, retweets: 900 })] },
    {
      id: "2611.12345",
      mentions: [mention(4, { likes: 40, retweets: 1, postedAt: "2026-11-18T09:00:00.000Z" })],
    },
    { id: "2611.12402", mentions: [] },
  ],
  tweets: [
    {
      id: "1990000000000000001",
      created_at: "2026-11-20T12:00:00.000Z",
      links: ["https://arxiv.org/abs/2611.12345"],
      retweets: 20,
      likes: 100,
    },
    {
      id: "1990000000000000002",
      created_at: "2026-11-20T13:00:00.000Z",
      links: ["https://arxiv.org/abs/2611.12402"],
      retweets: 10,
      likes: 15,
    },
    { id: "1990000000000000003", created_at: "2026-11-20T13:00:00.000Z", links: [], retweets: 9, likes: 9 },
  ],
  listDate: DATE,
});
