/** How the reader wants hot lists, kept in `storage.local`: their order and which papers are on show. */
import { fieldsOf, textsOf } from "../stored-shape.ts";
import { storedValue } from "../stored-value.ts";

/** As it is kept; what an order or a category can be is up to the rules of the hot list. */
export interface HotListChoices {
  order: string;
  filters: {
    categories: readonly string[];
    include: readonly string[];
    exclude: readonly string[];
    hideRead: boolean;
    newOnly: boolean;
    mine?: boolean | undefined;
  };
}

const MOST_WORDS = 100;
const LONGEST_WORD = 200;

const stored = storedValue("hotListChoices");

/** What was chosen; a part that is damaged is dropped. */
export async function readChoices(): Promise<HotListChoices> {
  const { order, filters } = fieldsOf(await stored.read());
  const { categories, include, exclude, hideRead, newOnly, mine } = fieldsOf(filters);
  return {
    order: typeof order === "string" ? order : "",
    filters: {
      categories: wordsOf(categories),
      include: wordsOf(include),
      exclude: wordsOf(exclude),
      hideRead: hideRead === true,
      newOnly: newOnly === true,
      mine: mine === true,
    },
  };
}

function wordsOf(value: unknown): string[] {
  const words = textsOf(value) ?? [];
  return words.length <= MOST_WORDS && words.every((word) => word.length <= LONGEST_WORD) ? words : [];
}

export const keepChoices = ({ order, filters }: HotListChoices): Promise<void> =>
  stored.write({ order, filters });

/** Tells that they changed, here or in another page, until the signal ends it. */
export const watchChoices = (onChange: () => void, signal: AbortSignal): void =>
  stored.watch(onChange, signal);
