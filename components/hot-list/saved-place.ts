/** The place of the saved papers, which a page loads when somebody goes there. */
export { SavedBody } from "./SavedBody.tsx";
export { SavedHead } from "./SavedHead.tsx";
