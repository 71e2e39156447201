/** Where each service is asked. Every address can be replaced: by a mirror, a person's own server, or a test's server. */
export interface Addresses {
  huggingface: string;
  hackernews: string;
  /** Bluesky's search for people who are not signed in. */
  bluesky: string;
  /** Bluesky's cached host for reading posts with known addresses. */
  blueskyPosts: string;
  /** The server of the person's own account, asked only with an app password. */
  blueskyServer: string;
  /** The directory of accounts of Bluesky's network: which server has an account's records. */
  plc: string;
  x: string;
  /** Counts X for its own pages; not documented. */
  alphaxiv: string;
  arxivRss: string;
  arxivApi: string;
  arxivOai: string;
  arxivList: string;
}

/** The public services, without a slash at the end. */
export const PUBLIC_ADDRESSES: Addresses = {
  huggingface: "https://huggingface.co",
  hackernews: "https://hn.algolia.com",
  bluesky: "https://api.bsky.app",
  blueskyPosts: "https://public.api.bsky.app",
  blueskyServer: "https://bsky.social",
  plc: "https://plc.directory",
  x: "https://api.x.com",
  alphaxiv: "https://api.alphaxiv.org",
  arxivRss: "https://rss.arxiv.org",
  arxivApi: "https://export.arxiv.org",
  arxivOai: "https://oaipmh.arxiv.org",
  arxivList: "https://arxiv.org",
};

export const isAddressName = (name: string): name is keyof Addresses => Object.hasOwn(PUBLIC_ADDRESSES, name);
