/**
 * A look into closed shadow roots, as tools for developers have it: over the browser's own protocol (Chrome's DevTools, WebDriver BiDi),
 * because scripts of a page cannot. A page that was looked into has them as if they were open, so tests of what a page can see never ask
 * for this.
 */
import type { CDPSession, ElementHandle, Page } from "puppeteer-core";
import { until } from "./until.ts";

/** Our elements that have a closed root. */
const CLOSED = "hot-paper-list, hot-paper-talk, hot-paper-mark, hot-paper-follows";

/** Runs in the page: those of them that have not been opened, in the document and in the open roots of badges. */
const FIND = `(() => [document, ...[...document.querySelectorAll("hot-paper")].map((host) => host.shadowRoot)]
  .flatMap((root) => [...(root?.querySelectorAll("${CLOSED}") ?? [])]).filter((host) => !host.shadowRoot))`;
/** Runs in the page. */
const OPEN = `function (root) { Object.defineProperty(this, "shadowRoot", { value: root, configurable: true }); }`;

/** Makes our closed shadow roots readable for `page.evaluate`, those that are there now. */
export async function openClosedRoots(page: Page): Promise<void> {
  const isChromium = (await page.browser().version()).includes("Chrome");
  await (isChromium ? openInChromium(page) : openInFirefox(page));
}

async function openInChromium(page: Page): Promise<void> {
  const session: CDPSession = await page.createCDPSession();
  try {
    const { result } = await session.send("Runtime.evaluate", { expression: `${FIND}()` });
    const list = await session.send("Runtime.getProperties", {
      objectId: result.objectId ?? "",
      ownProperties: true,
    });
    for (const { name, value } of list.result) {
      if (!/^\d+$/u.test(name) || !value?.objectId) continue;
      const { node } = await session.send("DOM.describeNode", { objectId: value.objectId, pierce: true });
      const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
      if (backendNodeId === undefined) continue;
      const { object } = await session.send("DOM.resolveNode", { backendNodeId });
      await session.send("Runtime.callFunctionOn", {
        objectId: value.objectId,
        functionDeclaration: OPEN,
        arguments: [{ objectId: object.objectId ?? "" }],
      });
    }
  } finally {
    await session.detach();
  }
}

/** What of WebDriver BiDi is used here: https://w3c.github.io/webdriver-bidi/#type-script-SerializationOptions */
interface Bidi {
  send: (method: "script.callFunction", parameters: object) => Promise<{ result: { result: RemoteList } }>;
}
interface RemoteList {
  value?: { sharedId: string; value: { shadowRoot: { sharedId: string } | null } }[];
}

async function openInFirefox(page: Page): Promise<void> {
  // Puppeteer has no way of its own to send this.
  const { connection } = page.browser() as unknown as { connection: Bidi };
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  const call = (functionDeclaration: string, more: object = {}) =>
    connection.send("script.callFunction", {
      functionDeclaration,
      awaitPromise: false,
      target: { context },
      ...more,
    });
  const { result } = await call(FIND, {
    serializationOptions: { includeShadowTree: "all", maxDomDepth: 1 },
  });
  for (const { sharedId, value } of result.result.value ?? [])
    if (value.shadowRoot)
      await call(OPEN, { this: { sharedId }, arguments: [{ sharedId: value.shadowRoot.sharedId }] });
}

/**
 * An element of ours in whichever shadow root, waited for: `selector` within the control above a list and in badges, with their
 * conversations.
 *
 * @param words what it says, if there are several
 * @throws if it does not come
 */
export async function ours(
  page: Page,
  selector: string,
  words?: string,
): Promise<ElementHandle<HTMLElement>> {
  let found: ElementHandle<HTMLElement> | null = null;
  const find = async () => {
    await openClosedRoots(page);
    const handle = await page.evaluateHandle(
      (wanted, said) => {
        const within = (root: Document | ShadowRoot): HTMLElement[] =>
          [...root.querySelectorAll<HTMLElement>("*")].flatMap((element) => [
            ...(root instanceof ShadowRoot && element.matches(wanted) ? [element] : []),
            ...(element.shadowRoot ? within(element.shadowRoot) : []),
          ]);
        return within(document).find(({ textContent }) => said === undefined || textContent === said) ?? null;
      },
      selector,
      words,
    );
    found = handle.asElement() as ElementHandle<HTMLElement> | null;
    return found !== null;
  };
  if (!(await until(find)) || !found) throw new Error(`nothing of ours is "${selector}" ${words ?? ""}`);
  return found;
}

/** Presses something of ours as a person does, and again if it is said that the first press came too soon. */
export async function pressOurs(page: Page, selector: string, words?: string): Promise<void> {
  const element = await ours(page, selector, words);
  await element.scrollIntoView();
  await untilCounted(element, () => element.click());
}

/**
 * Presses until a press counts, and never again after it, however slow what it does is.
 *
 * @param press one press on the element as a person does it
 * @throws if none counts in time
 */
export async function untilCounted(
  element: ElementHandle<HTMLElement>,
  press: () => Promise<void>,
): Promise<void> {
  const counts = async () => {
    await press();
    return element.evaluate((each) => {
      const refused = (each.getRootNode() as ShadowRoot).querySelector(".refused");
      const isRefused = refused?.textContent !== undefined && refused.textContent !== "";
      if (refused) refused.textContent = "";
      return !isRefused;
    });
  };
  if (!(await until(counts))) throw new Error("no press counts");
}
