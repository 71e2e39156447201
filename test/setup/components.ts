import { cleanup, configure } from "@testing-library/preact";
import { afterEach } from "vitest";

// What Temml asks of a document and happy-dom lacks: that it is in standards mode, and that MathML has styles.
Object.defineProperty(document, "compatMode", { value: "CSS1Compat" });
if (!("style" in Element.prototype)) Object.defineProperty(Element.prototype, "style", { get: () => ({}) });

// How long a busy machine may take, in ms: the one second of the library is too short there.
configure({ asyncUtilTimeout: 60_000 });

afterEach(() => cleanup());
