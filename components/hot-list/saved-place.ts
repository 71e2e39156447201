/** The place of the saved papers, which a page loads when it is opened. */
export { SavedBody } from "./SavedBody.tsx";
export { SavedHead } from "./SavedHead.tsx";
