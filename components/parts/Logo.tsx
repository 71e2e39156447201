import "./bars.css";

/** Four rising bars, ours. */
export function Logo() {
  return (
    <svg class="logo" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect class="on" x="2" y="12" width="3" height="6" rx="1" />
      <rect class="on" x="6.3" y="8" width="3" height="10" rx="1" />
      <rect class="on" x="10.6" y="5" width="3" height="13" rx="1" />
      <rect class="on" x="15" y="2" width="3" height="16" rx="1" />
    </svg>
  );
}
