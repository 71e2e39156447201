import "./skeleton.css";

const ROWS = [0, 1, 2, 3];

/** Placeholders for papers. It shows only when reading takes so long that an empty page would look broken. */
export function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      {ROWS.map((row) => (
        <div key={row}>
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
