/** What a browser does and scripts of a page cannot: events that are trusted, and a look into closed shadow roots. */
import { createRequire } from "node:module";
import { vi } from "vitest";

/** jsdom's own objects behind those that scripts see. */
interface Inner {
  isTrusted: boolean;
  bubbles: boolean;
  _dispatch: (event: Inner) => boolean;
}
const { implForWrapper } = createRequire(import.meta.url)("jsdom/lib/generated/idl/utils.js") as {
  implForWrapper: (object: object) => Inner;
};

/** Dispatches an event as one that the browser or a person made. */
export function fire(target: EventTarget, event: Event): boolean {
  const inner = implForWrapper(event);
  inner.isTrusted = true;
  // The window of a test is not jsdom's, which hears what bubbles.
  if (target === window) inner.bubbles = true;
  const real = target === window ? document : target;
  // `dispatchEvent` takes the trust away.
  // oxlint-disable-next-line no-underscore-dangle -- jsdom's own name
  return implForWrapper(real)._dispatch(inner);
}

/** A person's click. */
export function press(element: Element | null | undefined): boolean {
  if (!element) throw new Error("there is nothing to press");
  return fire(element, new MouseEvent("click", { bubbles: true, cancelable: true, composed: true }));
}

const roots = new WeakMap<Element, ShadowRoot>();

/** From now on, and until mocks are restored, `rootOf` knows the shadow roots that are made. */
export function noteRoots(): void {
  const { prototype } = Element;
  const attach = Reflect.get(prototype, "attachShadow");
  vi.spyOn(prototype, "attachShadow").mockImplementation(function note(this: Element, init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  });
}

/** A shadow root, closed or open. */
export const rootOf = (host: Element | null | undefined): ShadowRoot | undefined =>
  host ? (roots.get(host) ?? host.shadowRoot ?? undefined) : undefined;

/** Observers of what is in sight, which jsdom lacks: what is observed is in plain sight, and has been for long, or never was. */
const observersSaying = (isVisible: boolean) =>
  class {
    readonly #call: IntersectionObserverCallback;
    constructor(call: IntersectionObserverCallback) {
      this.#call = call;
    }
    observe(target: Element) {
      const entry = { target, isVisible, isIntersecting: isVisible, time: -Infinity };
      this.#call([entry as unknown as IntersectionObserverEntry], this as unknown as IntersectionObserver);
    }
    unobserve() {}
    disconnect() {}
  };

/** What a browser has that tracks what is in plain sight, with everything so. */
export const SIGHT = {
  IntersectionObserver: observersSaying(true),
  IntersectionObserverEntry: class {
    get isVisible() {
      return true;
    }
  },
};

/** From now on nothing is in plain sight, until globals are restored. */
export const coverAll = (): void => void vi.stubGlobal("IntersectionObserver", observersSaying(false));
