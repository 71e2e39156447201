/** Loaded before a program (`NODE_OPTIONS=--require`): to it, it is a year and some weeks later. */
const LATER = 400 * 24 * 3600 * 1000;
const now = Date.now;
globalThis.Date = class extends Date {
  constructor(...args) {
    if (args.length > 0) super(...args);
    else super(now() + LATER);
  }
  static now() {
    return now() + LATER;
  }
};
