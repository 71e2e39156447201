/**
 * Gives what goes to the place that the address names, once: the page's parts come after its load, when the browser has looked in vain for it.
 */
export function namedPlace({ document, location }: Window): () => void {
  let gone = false;
  return () => {
    if (!gone) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    gone = true;
  };
}
