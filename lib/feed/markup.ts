/** Nodes of htmlparser2's tree, told apart. */
import { ElementType } from "htmlparser2";
import type { parseDocument } from "htmlparser2";

export type MarkupNode = ReturnType<typeof parseDocument>["children"][number];
export type MarkupElement = Extract<MarkupNode, { attribs: unknown }>;
type MarkupText = Extract<MarkupNode, { type: typeof ElementType.Text }>;

export const isElement = (node: MarkupNode): node is MarkupElement => "attribs" in node;
export const isText = (node: MarkupNode): node is MarkupText => node.type === ElementType.Text;
