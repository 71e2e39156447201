/** Lists of feeds as files, for other feed readers and from them. */
import { readOpml, writeOpml } from "../feeds/opml.ts";
import type { OpmlReply } from "../messages/messages.ts";
import { readFeedSettings } from "../settings/feeds.ts";
import { text } from "../texts/text.ts";

/** The feeds that a file names. */
export function readOpmlFile(content: string): OpmlReply {
  const list = readOpml(content);
  return list ? { ok: true, ...list } : { ok: false, text: text("opmlUnreadable") };
}

/** The reader's feeds as a file. */
export async function writeOpmlFile(): Promise<string> {
  const { feeds } = await readFeedSettings();
  return writeOpml(text("opmlName"), feeds);
}
