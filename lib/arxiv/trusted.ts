type Events = DocumentEventMap & WindowEventMap;

/**
 * Listens as `addEventListener` does, but only to what a person or the browser did. Scripts of the page can make up any event, but none
 * that is trusted: https://dom.spec.whatwg.org/#dom-event-istrusted
 */
export function listen<Type extends keyof Events>(
  target: EventTarget,
  type: Type,
  listener: (event: Events[Type]) => void,
  options: AddEventListenerOptions = {},
): void {
  target.addEventListener(
    type,
    (event) => {
      if (event.isTrusted) listener(event as Events[Type]);
    },
    options,
  );
}
