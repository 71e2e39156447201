import type { ComponentChildren } from "preact";
import { outsideUrl } from "../../lib/hot-list/outside-url.ts";

interface OutsideLinkProps {
  href: string;
  /** The whole name where the words on show are too short to stand alone; it contains them. */
  label?: string;
  class?: string;
  children: ComponentChildren;
}

/** A link to a place outside: in a new tab, without a referrer. An address that is not of the web is no link, just its words. */
export function OutsideLink({ href, label, class: className, children }: OutsideLinkProps) {
  const url = outsideUrl(href);
  if (url === undefined) return <span>{children}</span>;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      {...(className && { class: className })}
      {...(label && { "aria-label": label })}
    >
      {children}
    </a>
  );
}
