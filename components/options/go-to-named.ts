/**
 * Returns what goes to the place that the address names, once: the browser has looked for it in vain before the page's parts came.
 */
export function namedPlace({ document, location }: Window): () => void {
  let gone = false;
  return () => {
    if (!gone) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    gone = true;
  };
}
