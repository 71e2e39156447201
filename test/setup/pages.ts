/** What pages are tested with beyond jsdom. */
import { SIGHT } from "../arxiv/as-browser.ts";

Object.assign(globalThis, SIGHT);
