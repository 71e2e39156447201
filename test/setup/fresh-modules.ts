/** Files of tests that share a worker share no module: what one of them remembers (a language, a database that is refused) is gone for the next. */
import { vi } from "vitest";

vi.resetModules();
