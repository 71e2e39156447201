/** Elements without markup: whatever comes from outside is a text node or an attribute's value. */

type Child = Node | string | undefined;

/** An HTML element with attributes and children; an attribute or child that is undefined is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: K,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(attribute, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A link that opens in a new tab and sends no referrer, or undefined if the address is not http(s). */
export function outsideLink(
  document: Document,
  address: string,
  words: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLAnchorElement | undefined {
  const protocol = URL.parse(address)?.protocol;
  if (protocol !== "https:" && protocol !== "http:") return undefined;
  return element(
    document,
    "a",
    { href: address, target: "_blank", rel: "noopener noreferrer", ...attributes },
    words,
  );
}
