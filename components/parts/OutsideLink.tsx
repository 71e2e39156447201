import type { ComponentChildren } from "preact";
import { outsideUrl } from "../../lib/hot-list/outside-url.ts";

/** Opens a link in a new tab. */
const MIDDLE = 1;

interface OutsideLinkProps {
  href: string;
  /** The whole name if the words on show are too short by themselves; it contains them. */
  label?: string;
  class?: string;
  title?: string;
  /** Direction of the words, if it differs from the text around them. */
  dir?: "ltr";
  /** Called when the link is followed, with any button. */
  onFollow?: (() => void) | undefined;
  children: ComponentChildren;
}

/** A link to a place outside: in a new tab, without a referrer. If the address is not on the web, only the words are shown. */
export function OutsideLink({
  href,
  label,
  class: className,
  title,
  dir,
  onFollow,
  children,
}: OutsideLinkProps) {
  const url = outsideUrl(href);
  if (url === undefined) return <span>{children}</span>;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      {...(className && { class: className })}
      {...(title && { title })}
      {...(dir && { dir })}
      {...(label && { "aria-label": label })}
      {...(onFollow && {
        onClick: onFollow,
        onAuxClick: ({ button }: MouseEvent) => button === MIDDLE && onFollow(), // the right one opens a menu
      })}
    >
      {children}
    </a>
  );
}
