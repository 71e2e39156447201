/** How the reader wants hot lists, kept in `storage.local`: their order and which papers are on show. */
import * as z from "zod/mini";
import { storedValue } from "./stored-value.ts";

/** As it is kept; what an order or a category can be is for the rules of the hot list. */
export interface KeptChoices {
  order: string;
  filters: {
    categories: string[];
    include: string[];
    exclude: string[];
    hideRead: boolean;
    newOnly: boolean;
  };
}

const Stored = z.record(z.string(), z.unknown());
const Words = z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100));

const stored = storedValue("hotListChoices");

/** What was chosen; a part that is damaged costs itself. */
export async function readChoices(): Promise<KeptChoices> {
  const { order, filters } = partsOf(await stored.read());
  const { categories, include, exclude, hideRead, newOnly } = partsOf(filters);
  return {
    order: typeof order === "string" ? order : "",
    filters: {
      categories: wordsOf(categories),
      include: wordsOf(include),
      exclude: wordsOf(exclude),
      hideRead: hideRead === true,
      newOnly: newOnly === true,
    },
  };
}

const partsOf = (value: unknown): Record<string, unknown> => Stored.safeParse(value).data ?? {};
const wordsOf = (value: unknown): string[] => Words.safeParse(value).data ?? [];

export const keepChoices = ({ order, filters }: KeptChoices): Promise<void> =>
  stored.write({ order, filters });

/** Tells that they changed, here or in another page, until the signal ends it. */
export const watchChoices = (onChange: () => void, signal: AbortSignal): void =>
  stored.watch(onChange, signal);
