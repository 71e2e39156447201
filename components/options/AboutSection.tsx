import { text } from "../../lib/texts/text.ts";

/** Where the texts come from, and what leaves the browser. */
export function AboutSection() {
  return (
    <section aria-labelledby="about">
      <h2 id="about">{text("optionsAbout")}</h2>
      <p>{text("optionsOrigin")}</p>
      <p>{text("optionsPrivacy")}</p>
    </section>
  );
}
