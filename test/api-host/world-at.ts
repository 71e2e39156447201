/** The small world of talk moved to another time, so that a browser, whose clock is not set, finds it around its own today. */
import { hotDay } from "../../lib/live/calendar/hot-day.ts";
import { huggingFaceDates } from "../../lib/live/sources/huggingface.ts";
import { NOW, usualWorld } from "./world.ts";
import type { World } from "./world.ts";

/** Papers that our small arXiv has on its lists and that no digest of the archive names, in place of the invented numbers. */
const PAPERS = { "2611.12345": "1706.03762", "2611.12401": "1412.6980" };

/** The usual world at `now` (an instant), with papers of our arXiv. */
export function worldAt(now: number): World {
  let text = JSON.stringify(usualWorld());
  for (const [invented, real] of Object.entries(PAPERS)) text = text.replaceAll(invented, real);
  const world = JSON.parse(text) as World;
  const { date, from, until } = hotDay(now);
  const dates = huggingFaceDates(from, until);
  const seconds = Math.floor(until / 1000) * 1000; // Hacker News counts in whole ones
  const moved = (time: string) => new Date(Date.parse(time) - NOW + seconds).toISOString();
  return {
    ...world,
    listDate: date > (dates[0] ?? "") ? date : (dates[0] ?? date),
    huggingface: world.huggingface.flatMap((item) => {
      const place = ["2026-11-20", "2026-11-19", "2026-11-18"].indexOf(item.date);
      const there = dates[place];
      return there === undefined ? [] : [{ ...item, date: there }];
    }),
    stories: world.stories.map((story) => ({ ...story, created_at: moved(story.created_at) })),
    alphaxiv: world.alphaxiv.map((paper) => ({
      ...paper,
      mentions: paper.mentions.map((post) => ({ ...post, postedAt: moved(post.postedAt) })),
    })),
    posts: world.posts.map((post) => ({ ...post, createdAt: moved(post.createdAt) })),
  };
}
