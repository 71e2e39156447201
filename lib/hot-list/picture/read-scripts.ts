/** The scripts of a page that shows a picture first: they are read and run when that has been painted. */

/** A popup that is not shown yet has no frames; its scripts come anyway, after this many ms. */
const PATIENCE = 50;

/**
 * Reads the module scripts that an element names in its `data-scripts`, addresses with spaces between them (the build puts them there,
 * wxt.config.ts).
 *
 * @param pictured whether there is something to be painted first
 */
export function readScripts(window: Window, { dataset }: HTMLElement, pictured: boolean): void {
  let waiting = dataset["scripts"]?.split(" ") ?? [];
  const read = () => {
    for (const src of waiting)
      window.document.body.append(
        Object.assign(window.document.createElement("script"), { type: "module", src }),
      );
    waiting = [];
  };
  if (!pictured) {
    read();
    return;
  }
  // A frame's callbacks run before it is painted.
  window.requestAnimationFrame(() => setTimeout(read));
  setTimeout(read, PATIENCE);
}
