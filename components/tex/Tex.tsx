import { Fragment } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { renderFormula } from "../../lib/tex/render-formula.ts";
import { hasTex, type Piece, splitTex } from "../../lib/tex/split-tex.ts";
import "./tex.css";

/** A title or a paragraph of an abstract with its formulas drawn, its accents set and its emphasis shown. */
export function Tex({ text }: { text: string }) {
  if (!hasTex(text)) return <>{text}</>;
  return (
    <>
      {splitTex(text).map((piece, at) => (
        // oxlint-disable-next-line no-array-index-key -- a piece is identified by its place
        <Fragment key={`${at} ${piece.kind === "formula" ? piece.whole : piece.kind}`}>
          {shown(piece)}
        </Fragment>
      ))}
    </>
  );
}

function shown(piece: Piece) {
  switch (piece.kind) {
    case "formula":
      return <Formula {...piece} />;
    case "emphasis":
      return <em>{piece.text}</em>;
    case "strong":
      return <strong>{piece.text}</strong>;
    default:
      return piece.text;
  }
}

let render: typeof renderFormula | undefined;
let loading: Promise<unknown> | undefined;

/** Loads the renderer once, when the first formula is to be shown. */
async function load(): Promise<void> {
  ({ renderFormula: render } = await import("../../lib/tex/render-formula.ts"));
}

/** Shows its source until the renderer is there, and if it can't be rendered. A new formula is a new component. */
function Formula({ source, whole, display }: Extract<Piece, { kind: "formula" }>) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const draw = () => {
      const math = render?.(source, display);
      if (math) place.current?.replaceChildren(math);
    };
    if (render) return draw();
    loading ??= load();
    loading.then(draw).catch(() => {
      loading = undefined; // the source stays; the next formula tries again
    });
  }, [source, display]);
  return (
    <span ref={place} class={display ? "formula display" : "formula"}>
      {whole}
    </span>
  );
}
