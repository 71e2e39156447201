/** Pages without entries, where no badge may appear. */
import { browsePage } from "./frame.ts";
import { markup } from "./markup.ts";

export const homePage = browsePage({
  title: "arXiv.org e-Print archive",
  body: markup`<div id="content-inner">
    <h1>local arXiv</h1>
    <p>A small stand-in for arXiv, made by the tests and the demo of Hot Papers.</p>
    <ul>
      <li><a href="/list/cs.CL/2021-08">cs.CL in August 2021</a>, <a href="/list/cs.CL/new">new</a></li>
      <li><a href="/list/cs.LG/recent">cs.LG, recent</a></li>
      <li><a href="/abs/2108.04840">arXiv:2108.04840</a></li>
    </ul>
  </div>`,
});

/** `/format/ID` links a paper but is not about reading it. */
export function formatPage(id: string): string {
  return browsePage({
    title: `Format selector for ${id}`,
    body: markup`<div id="content-inner">
      <h1>Format selector for <a href="/abs/${id}">${id}</a></h1>
    </div>`,
  });
}

export function notFoundPage(id: string): string {
  return browsePage({
    title: `[${id}] Article identifier not recognized`,
    body: markup`<div id="content-inner"><h1>Article identifier '${id}' not recognized</h1></div>`,
  });
}
