/** Loaded before a program (`NODE_OPTIONS=--require`): it may do everything up to its first request, and says where that would have gone. */
globalThis.fetch = (address) =>
  Promise.reject(new Error(`the network begins here: ${new URL(address).host}`));
