import { text } from "../../lib/texts/text.ts";
import "./bars.css";

const BARS = [0, 1, 2, 3, 4];

/** Heat as 1 to 5 bars, said in words as well; nothing if heat is unknown (0). */
export function Bars({ heat }: { heat: number }) {
  if (heat < 1) return null;
  const words = text("popupHeat", `${heat}`);
  return (
    <span>
      <span class="unseen">{words}</span>
      <svg class="bars" width="17" height="12" viewBox="0 0 17 12" aria-hidden="true">
        {BARS.map((i) => (
          <rect
            key={i}
            class={i < heat ? "on" : "off"}
            x={i * 3.5}
            y={8 - i * 2}
            width={2.5}
            height={4 + i * 2}
            rx={1}
          />
        ))}
      </svg>
    </span>
  );
}
