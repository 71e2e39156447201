/** All posts that are kept, and the times that are covered, as they are in files of hours. */
import type { PaperId } from "../../paper/paper-id.ts";
import type { JetstreamEvent } from "./event.ts";
import { HOUR, hourFile, hourFileName, hourInName, hourOf, inOrder, readHourFile } from "./hour-file.ts";
import type { CollectedPost } from "./hour-file.ts";
import { merged, within } from "./spans.ts";
import type { Span } from "./spans.ts";

export class HourBook {
  private readonly posts = new Map<string, CollectedPost>();
  private spans: Span[] = [];
  /** Hours that have another file than the one on disk. */
  private readonly changed = new Set<number>();

  /** The book that these files are, name and text; others are passed over. */
  constructor(files: Iterable<readonly [string, string]> = []) {
    for (const [name, text] of files) {
      const hour = hourInName(name);
      if (hour === undefined) continue;
      const { covered, posts } = readHourFile(hour, text);
      for (const post of posts) this.posts.set(post.uri, post);
      this.spans.push(...covered);
    }
    this.spans = merged(this.spans);
  }

  /** The times that are covered, in order. */
  get covered(): readonly Span[] {
    return this.spans;
  }

  /** The posts in order of time. */
  all(): CollectedPost[] {
    return inOrder(this.posts.values());
  }

  get size(): number {
    return this.posts.size;
  }

  /** Takes in what an event says; saying it twice changes nothing. @returns whether something changed */
  take(event: JetstreamEvent): boolean {
    if (event.kind === "deleted") return this.remove(event.uri);
    if (event.kind === "gone") return this.removeAuthor(event.did);
    if (event.kind === "other") return false;
    const known = this.posts.get(event.uri);
    const own = event.papers.length > 0;
    // What it quotes may be gone or changed by now: the post was about the paper all the same.
    if (!own && event.quotes !== undefined && event.quotes === known?.quotes) return false;
    const papers = own ? event.papers : this.papersQuoted(event.quotes);
    if (papers.length === 0) return this.remove(event.uri);
    const post: CollectedPost = {
      at: known?.at ?? event.time,
      uri: event.uri,
      papers,
      ...(!own && event.quotes !== undefined && { quotes: event.quotes }),
    };
    if (JSON.stringify(post) === JSON.stringify(known)) return false;
    this.posts.set(post.uri, post);
    this.changed.add(hourOf(post.at));
    return true;
  }

  /** Says that everything from the one time to the other was heard. */
  cover(from: number, until: number): void {
    if (until <= from || within(this.spans, [from, until]).some(([a, b]) => a === from && b === until))
      return;
    this.spans = merged([...this.spans, [from, until]]);
    for (let hour = hourOf(from); hour < until; hour += HOUR) this.changed.add(hour);
  }

  /** Whether there is something that is not in the files yet. */
  get isChanged(): boolean {
    return this.changed.size > 0;
  }

  /** The files that changed after the last call, name and text. */
  takeChanged(): Map<string, string> {
    const hours = [...this.changed].toSorted((a, b) => a - b);
    this.changed.clear();
    const posts = new Map<number, CollectedPost[]>(hours.map((hour) => [hour, []]));
    for (const post of this.posts.values()) posts.get(hourOf(post.at))?.push(post);
    return new Map(
      hours.map((hour) => [
        hourFileName(hour),
        hourFile(within(this.spans, [hour, hour + HOUR]), posts.get(hour) ?? []),
      ]),
    );
  }

  /** Forgets the hours that end before this time. */
  forget(before: number): void {
    for (const [uri, { at }] of this.posts) if (hourOf(at) + HOUR <= before) this.posts.delete(uri);
    this.spans = within(this.spans, [hourOf(before), Infinity]);
    for (const hour of this.changed) if (hour + HOUR <= before) this.changed.delete(hour);
  }

  /** The papers that a quoted post links itself: a quote of a quote is talk about the quote. */
  private papersQuoted(uri: string | undefined): PaperId[] {
    const post = uri === undefined ? undefined : this.posts.get(uri);
    return post && post.quotes === undefined ? post.papers : [];
  }

  private remove(uri: string): boolean {
    const post = this.posts.get(uri);
    if (!post) return false;
    this.posts.delete(uri);
    this.changed.add(hourOf(post.at));
    return true;
  }

  private removeAuthor(did: string): boolean {
    const own = [...this.posts.keys()].filter((uri) => uri.startsWith(`at://${did}/`));
    for (const uri of own) this.remove(uri);
    return own.length > 0;
  }
}
