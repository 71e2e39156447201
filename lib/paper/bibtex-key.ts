/**
 * The key of a BibTeX entry as arXiv's own export makes it, so that a bibliography does not get a paper twice. Source:
 * arXiv/arxiv-browse, browse/formatting/cite.py, and the name rules of arXiv/arxiv-base, arxiv/authors (both 2026-06).
 */
import { withAccents } from "../tex/accents.ts";
import { PREFIX } from "./author-name.ts";

/** Words that a key leaves out: arXiv's list, its odd spellings too. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a about above across after afterwards again against all almost alone along already also although always " +
    "am among amongst amoungst amount an and another any anyhow anyone anything anyway anywhere are around as " +
    "at back be became because become becomes becoming been before beforehand behind being below beside " +
    "besides between beyond bill both bottom but by call can cannot cant co con could couldnt cry de describe " +
    "detail do done down due during each eg eight either eleven else elsewhere empty enough etc even ever " +
    "every everyone everything everywhere except few fifteen fify fill find fire first five for former " +
    "formerly forty found four from front full further get give go had has hasnt have he hence her here " +
    "hereafter hereby herein hereupon hers herself him himself his how however hundred ie if in inc indeed " +
    "interest into is it its itself keep last latter latterly least less ltd made many may me meanwhile might " +
    "mill mine more moreover most mostly move much must my myself name namely neither never nevertheless next " +
    "nine no nobody none noone nor not nothing now nowhere of off often on once one only onto or other others " +
    "otherwise our ours ourselves out over own part per perhaps please put rather re same see seem seemed " +
    "seeming seems serious several she should show side since sincere six sixty so some somehow someone " +
    "something sometime sometimes somewhere still such system take ten than that the their them themselves " +
    "then thence there thereafter thereby therefore therein thereupon these they thickv thin third this those " +
    "though three through throughout thru thus to together too top toward towards twelve twenty two un under " +
    "until up upon us very via was we well were what whatever when whence whenever where whereafter whereas " +
    "whereby wherein whereupon wherever whether which while whither who whoever whole whom whose why will " +
    "with within without would yet you your yours yourself yourselves"
  ).split(" "),
);

/** `madsen2021posthocinterpretabilityneuralnlp`: family name of the first author, year, first four words that mean something. */
export function bibtexKey(authors: readonly string[], year: string, title: string): string {
  const words = title.split(" ").filter((word) => !STOP_WORDS.has(word.toLowerCase()));
  const family = authors.map(keyName).find((name) => name !== "") ?? "unknown";
  return `${family}${year}${words.slice(0, 4).join("")}`.replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

/**
 * What arXiv takes for the family name. It differs from what a reference needs: "van der Maaten Jr." is "Maaten", "J.Smith" is
 * "Smith", "GLM-4.5 Team" is "5 Team", and "Research and Development Group" is two authors.
 */
function keyName(name: string): string {
  const [first = ""] = withAccents(name)
    .replaceAll(/\s+/gu, " ")
    .split(/ (?:and|&) |[,:(]/u);
  const spaced = first.trim().replaceAll(/(?<!\\)\.(?=\S)/gu, ". ");
  const group = collaboration(spaced);
  if (group !== undefined) return group;
  const words = spaced.split(" ");
  const [third = "", second = "", last = ""] = words.slice(-3);
  if (words.length < 3) return words.at(-1) ?? "";
  if (words.length > 3 && PREFIX.test(third) && PREFIX.test(second)) return `${third} ${second} ${last}`;
  if (PREFIX.test(second)) return `${second} ${last}`;
  return /^(?:I{1,3}|IV|V|Sr\.?|Jr\.?)$/iu.test(last) ? second : last;
}

/** The letters, digits and blanks around "collaboration", "group" or "team", up to that word. */
const collaboration = (name: string): string | undefined =>
  name
    .split(/[^a-z\d ]/iu)
    .map((run) => /^.+ (?:collaboration|group|team)/iu.exec(run)?.[0])
    .find((found) => found !== undefined);
