/** The published site's one style sheet: light and dark, no font and no picture to load. */
export const SITE_STYLE = `:root {
  color-scheme: light dark;
  --ink: #1c1917; --paper: #ffffff; --line: #e7e5e4; --quiet: #57534e; --link: #1d4ed8; --heat: #9a3412; --tint: #fff7ed;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #f5f5f4; --paper: #1c1917; --line: #3a3633; --quiet: #d6d3d1; --link: #93b4ff; --heat: #fdba74; --tint: #3b2415; }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1rem; max-width: 46rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere;
}
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
nav ul, .counts, .days, .posts, .categories { list-style: none; margin: 0; padding: 0; }
nav ul, .counts, .categories { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
nav a { display: inline-block; padding: 0.25rem 0; }
header { border-bottom: 1px solid var(--line); margin-bottom: 1rem; padding-bottom: 0.5rem; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 0.5rem; color: var(--quiet); font-size: 0.875rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.125rem; line-height: 1.35; margin: 0 0 0.25rem; }
main > h2 { margin-top: 1.5rem; }
article { border-bottom: 1px solid var(--line); padding: 1rem 0; }
article p { margin: 0.25rem 0; }
.authors, .ranks { color: var(--quiet); }
.counts li { background: var(--tint); color: var(--heat); border-radius: 8px; padding: 0 0.5rem; }
summary { cursor: pointer; padding: 0.25rem 0; }
.posts li, .days li { margin: 0.5rem 0; }
.posts p { margin: 0; white-space: pre-line; }
@media print { nav, .skip { display: none; } details::details-content { content-visibility: visible; } }
`;
