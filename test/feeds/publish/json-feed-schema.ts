/**
 * JSON Feed 1.1 as a schema of our own, written after https://www.jsonfeed.org/version/1.1/. Unknown members are refused, but for
 * extensions, whose names begin with an underscore.
 */
import * as z from "zod";

const url = z.url({ protocol: /^https?$/ });
const date = z.iso.datetime({ offset: true });
const author = z
  .object({ name: z.string(), url, avatar: url })
  .partial()
  .refine((value) => Object.keys(value).length > 0);

const extensions = (known: readonly string[]) => (value: object) =>
  Object.keys(value).every((name) => known.includes(name) || /^_[A-Za-z]/.test(name));

const itemShape = {
  id: z.string().min(1),
  url: url.optional(),
  external_url: url.optional(),
  title: z.string().optional(),
  content_html: z.string().optional(),
  content_text: z.string().optional(),
  summary: z.string().optional(),
  image: url.optional(),
  banner_image: url.optional(),
  date_published: date.optional(),
  date_modified: date.optional(),
  authors: z.array(author).optional(),
  tags: z.array(z.string()).optional(),
  language: z.string().optional(),
  attachments: z.array(z.looseObject({ url, mime_type: z.string() })).optional(),
};

const item = z
  .looseObject(itemShape)
  .refine((value) => value.content_html !== undefined || value.content_text !== undefined)
  .refine(extensions(Object.keys(itemShape)));

const feedShape = {
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string().min(1),
  home_page_url: url.optional(),
  feed_url: url.optional(),
  description: z.string().optional(),
  user_comment: z.string().optional(),
  next_url: url.optional(),
  icon: url.optional(),
  favicon: url.optional(),
  authors: z.array(author).optional(),
  language: z.string().optional(),
  expired: z.boolean().optional(),
  hubs: z.array(z.object({ type: z.string(), url })).optional(),
  items: z.array(item).refine((items) => new Set(items.map(({ id }) => id)).size === items.length),
};

/** A whole feed. */
export const jsonFeedSchema = z.looseObject(feedShape).refine(extensions(Object.keys(feedShape)));
