import { text } from "../../lib/texts/text.ts";

interface PrivateWindowsProps {
  /** Whether the browser lets the extension run there; absent until it has told. */
  allowed: boolean | undefined;
  /** Opens the browser's own setting; absent if the browser does not let us open it. */
  onOpenSettings?: (() => void) | undefined;
}

/** What happens in private windows. A setting of the browser decides whether anything does. */
export function PrivateWindows({ allowed, onOpenSettings }: PrivateWindowsProps) {
  return (
    <section aria-labelledby="private">
      <h2 id="private">{text("optionsPrivate")}</h2>
      <p>{text("optionsPrivateText")}</p>
      <p>
        {allowed !== undefined && text(allowed ? "optionsPrivateAllowed" : "optionsPrivateNotAllowed")}{" "}
        {!onOpenSettings && text("optionsPrivateWhere")}
      </p>
      {onOpenSettings && (
        <button type="button" class="button" onClick={onOpenSettings}>
          {text("optionsPrivateSettings")}
        </button>
      )}
    </section>
  );
}
