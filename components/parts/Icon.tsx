/** Our few drawings, on a grid of 16 with lines of 1.5. The part that uses one says in words what it means. */

const PATHS = {
  repost:
    "M2 7l2.5-2.5L7 7M4.5 5v5A1.5 1.5 0 0 0 6 11.5h3M14 9l-2.5 2.5L9 9M11.5 11V6A1.5 1.5 0 0 0 10 4.5H7",
  like: "M8 13.2S2.5 10 2.5 6.3A2.9 2.9 0 0 1 8 5a2.9 2.9 0 0 1 5.5 1.3C13.5 10 8 13.2 8 13.2z",
  post: "M3 3.5h10v7H7.5L4.5 13v-2.5H3z",
  up: "M8 13V3.5M3.5 8L8 3.5 12.5 8",
  down: "M8 3v9.5M3.5 8L8 12.5 12.5 8",
  more: "M4 6l4 4 4-4",
  previous: "M10 3.5L5.5 8l4.5 4.5",
  next: "M6 3.5L10.5 8 6 12.5",
  calendar: "M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3l3.2 3.2",
  filter: "M2.5 4.5h11M4.5 8h7M6.5 11.5h3",
  file: "M4 2.5h5l3 3v8H4zM9 2.5v3h3M8 12V8M6.3 9.7L8 8l1.7 1.7",
  bookmark: "M4.5 2.5h7v11L8 10.7l-3.5 2.8z",
  check: "M3 8.5l3.5 3.5L13 4.5",
  export: "M8 2.5V10M5 7l3 3 3-3M2.5 10.5v3h11v-3",
  copy: "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",
} as const;

export type IconName = keyof typeof PATHS;

/** An icon in the colour of the text around it. Icons that point sideways are mirrored in right-to-left languages. */
export function Icon({ name }: { name: IconName }) {
  const turns = name === "previous" || name === "next";
  return (
    <svg class={turns ? "icon turns" : "icon"} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
