import type { BundledStatus } from "../../lib/messages/messages.ts";
import { coveredText } from "../../lib/texts/covered-text.ts";
import { number } from "../../lib/texts/format.ts";
import { plural, text, type TextKey } from "../../lib/texts/text.ts";

interface BundledSetsProps {
  sets: readonly BundledStatus[];
  onRemove: (id: BundledStatus["id"]) => void;
  onRestore: (id: BundledStatus["id"]) => void;
}

/** The sets of digests that came with the extension: what each covers, and how to remove it and bring it back. */
export function BundledSets({ sets, onRemove, onRestore }: BundledSetsProps) {
  return (
    <div class="bundled">
      <h3 id="bundled">{text("bundledTitle")}</h3>
      <ul class="feed-list" aria-labelledby="bundled">
        {sets.map((set) => (
          <BundledSet key={set.id} set={set} onRemove={onRemove} onRestore={onRestore} />
        ))}
      </ul>
    </div>
  );
}

const STATES = {
  importing: "bundledImporting",
  deleted: "bundledRemoved",
  failed: "bundledFailed",
} as const satisfies Record<Exclude<BundledStatus["state"], "whole">, TextKey>;

function BundledSet({ set, onRemove, onRestore }: Omit<BundledSetsProps, "sets"> & { set: BundledStatus }) {
  const { id, state, digests, covered } = set;
  const name = text(`bundled_${id}`);
  const restorable = state === "deleted" || state === "failed";
  return (
    <li class="feed">
      <h4>{name}</h4>
      <p>
        {state === "whole"
          ? `${plural("feedsDigests", digests, number(digests))} · ${coveredText(covered)}`
          : text(STATES[state])}
      </p>
      <div class="feed-actions">
        <button
          type="button"
          class="button"
          aria-label={text(restorable ? "bundledRestoreName" : "bundledRemoveName", name)}
          aria-disabled={state === "importing"}
          onClick={() => {
            if (restorable) onRestore(id);
            else if (state === "whole") onRemove(id);
          }}
        >
          {text(restorable ? "bundledRestore" : "feedsRemove")}
        </button>
      </div>
    </li>
  );
}
