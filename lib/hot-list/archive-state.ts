/** What has become of the embedded archive, as the worker tells it in `storage.local` under "archive". */

export type ArchiveState =
  /** `progress` is 0 to 1. */
  | { state: "importing"; progress: number }
  | { state: "whole" }
  /** The reader deleted everything; it stays away until it is restored. */
  | { state: "deleted" }
  /** `failure` is the error's own words. */
  | { state: "failed"; failure?: string };

/** Reads what is stored. Nothing there, or nothing that we know: the worker has not told yet, so it is about to begin. */
export function readArchiveState(stored: unknown): ArchiveState {
  const { state, progress, failure } = (
    typeof stored === "object" && stored !== null ? stored : {}
  ) as Record<string, unknown>;
  switch (state) {
    case "whole":
    case "deleted":
      return { state };
    case "failed":
      return { state, ...(typeof failure === "string" && { failure }) };
    default:
      return { state: "importing", progress: typeof progress === "number" ? within(progress) : 0 };
  }
}

const within = (progress: number) => (progress >= 0 ? Math.min(progress, 1) : 0);
