/** Tells what comes near the view, and what goes far from it. */

/** Within this distance papers are drawn already: three screens of a popup, more than one of a large window. */
const NEAR = 1500;
/** Beyond this distance they are dropped: far enough that going back and forth costs nothing. */
const FAR = 4000;

type OnChange = (within: boolean) => void;

/** An observer for each part of a page that scrolls: distances are measured from its edges. */
class Watchers {
  readonly #margin: number;
  readonly #observers = new WeakMap<object, IntersectionObserver>();
  readonly #told = new WeakMap<Element, OnChange>();

  constructor(margin: number) {
    this.#margin = margin;
  }

  watch(element: Element, onChange: OnChange): () => void {
    const observer = this.#observerFor(element);
    this.#told.set(element, onChange);
    observer.observe(element);
    return () => {
      observer.unobserve(element);
      this.#told.delete(element);
    };
  }

  #observerFor(element: Element): IntersectionObserver {
    const root = element.closest(".list-scroller");
    const key = root ?? document;
    const known = this.#observers.get(key);
    if (known) return known;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) this.#told.get(target)?.(isIntersecting);
      },
      { root, rootMargin: `${this.#margin}px 0px` },
    );
    this.#observers.set(key, observer);
    return observer;
  }
}

const near = new Watchers(NEAR);
const far = new Watchers(FAR);

/** Callbacks that wait: one for each frame, so that no frame takes long after a jump. */
const coming = new Set<() => void>();

function tellNext(): void {
  const [next] = coming;
  if (!next) return;
  coming.delete(next);
  next();
  if (coming.size > 0) requestAnimationFrame(tellNext);
}

/**
 * Calls back in a later frame that no other callback shares, after what is in the page now has been painted. Returns what cancels it.
 */
export function whenNext(onNext: () => void): () => void {
  if (coming.add(onNext).size === 1) requestAnimationFrame(() => requestAnimationFrame(tellNext));
  return () => coming.delete(onNext);
}

/** Calls back once an element has come near. Returns what cancels it. */
export function whenNear(element: Element, onNear: () => void): () => void {
  const end = near.watch(element, (within) => {
    if (within) whenNext(onNear);
    else coming.delete(onNear);
  });
  return () => {
    coming.delete(onNear);
    end();
  };
}

/** Calls back when all of these elements have gone far. Returns what cancels it. */
export function whenFar(elements: readonly Element[], onFar: () => void): () => void {
  const within = new Set(elements);
  const ends = elements.map((element) =>
    far.watch(element, (isWithin) => {
      if (isWithin) within.add(element);
      else within.delete(element);
      if (within.size === 0) onFar();
    }),
  );
  return () => {
    for (const end of ends) end();
  };
}
