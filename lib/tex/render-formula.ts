/**
 * Formulas as MathML, which browsers draw and screen readers read by themselves. Temml makes it; this module limits what a formula may
 * become, because strangers write formulas: no links, no pictures, nothing that reaches beyond its own line. This module is large and
 * loaded only if there is a formula.
 */
import temml from "temml";

/**
 * Commands that name addresses, define others, or put something elsewhere than after what came before. Their
 * formulas are shown as their source.
 */
const REFUSED =
  /\\(?:href|url|includegraphics|class|id|style|data|(?:g|x|e)?def|let|global|futurelet|(?:re|provide)?newcommand|providecommand|char|tag|notag|nonumber|(?:eq)?ref|label|m?kern|m?skip|hskip|hspace|raise(?:box)?|lower|rule|(?:math)?[lrc]lap|smash|vcenter|rotatebox|reflectbox|(?:text|f|define)?color(?:box)?|fbox|bbox|toggle|endtoggle|texttip|mathtip|tip|special|input)(?![a-zA-Z])/u;
/** Nested braces; people use four. */
const DEEPEST = 20;

const ELEMENTS = new Set(
  (
    "math mrow mi mo mn mtext mspace ms msup msub msubsup mover munder munderover mfrac msqrt mroot mpadded mphantom " +
    "mstyle menclose mtable mtr mtd mmultiscripts mprescripts none"
  ).split(" "),
);
const ATTRIBUTES = new Set(
  (
    "form stretchy lspace rspace class fence symmetric minsize maxsize mathvariant width height depth voffset separator " +
    "display displaystyle movablelimits scriptlevel largeop accent accentunder linethickness dir notation class style " +
    "columnalign columnspacing rowspacing columnlines rowlines"
  ).split(" "),
);

const OPTIONS = { throwOnError: true, strict: true, trust: false, maxExpand: 200 };
/** In em; a formula stands in a line of text. */
const MOST_SIZE: [number, number] = [10, 10];

/**
 * A formula as a `math` element that is not in the document yet.
 *
 * @param source what is between the delimiters
 * @returns undefined if it cannot or should not be rendered: then its source is shown
 */
export function renderFormula(source: string, display: boolean): Element | undefined {
  if (REFUSED.test(source) || depth(source) > DEEPEST) return undefined;
  const holder = document.createElement("span");
  try {
    temml.render(forTemml(source), holder, { ...OPTIONS, maxSize: MOST_SIZE, displayMode: display });
  } catch {
    return undefined; // not TeX that Temml knows; also one that is nested too deep for the stack
  }
  const math = holder.firstElementChild;
  return math && holder.childNodes.length === 1 && isHarmless(math) ? math : undefined;
}

/** A percent sign is a percent sign: abstracts have no comments. Temml knows no `\mbox`, which arXiv's MathJax draws. */
const forTemml = (source: string): string =>
  source.replaceAll(/\\[mh]box(?![a-zA-Z])|\\[^]|%/gu, (mark) => {
    if (mark === "%") return String.raw`\%`;
    return mark.length > 2 ? String.raw`\text` : mark;
  });

function depth(source: string): number {
  let now = 0;
  let most = 0;
  for (const mark of source) {
    if (mark === "{") most = Math.max(most, (now += 1));
    if (mark === "}") now -= 1;
  }
  return most;
}

/** True if every element and attribute is one of MathML's harmless ones. */
const isHarmless = (math: Element): boolean =>
  [math, ...math.querySelectorAll("*")].every(
    (element) =>
      ELEMENTS.has(element.localName) &&
      element.namespaceURI === "http://www.w3.org/1998/Math/MathML" &&
      element.getAttributeNames().every((name) => ATTRIBUTES.has(name)),
  );
