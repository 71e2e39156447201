import { expect, test } from "vitest";
import { withAccents } from "../../lib/tex/accents.ts";

test.each([
  ['Schr\\"odinger', "Schrödinger"],
  ['Lidstr\\"{o}m', "Lidström"],
  ['{\\"{u}}ber', "über"],
  ["{\\'A}brego", "Ábrego"],
  ["Hernández {Á}brego", "Hernández Ábrego"],
  ["Erd\\H{o}s-R\\'{e}nyi", "Erdős-Rényi"],
  ["Poincar\\'e's", "Poincaré's"],
  ["Cr\\`{e}re.", "Crère."],
  ["\\=okai", "ōkai"],
  ["\\'{\\i}n", "ín"],
  ["\\c{c}a va, \\v Cech, \\k{a}", "ça va, Čech, ą"],
  ["Bj{\\o}rn \\O{}re H\\aa land", "Bjørn Øre Håland"],
  ["Stra\\ss e", "Straße"],
  ["360{\\deg} images", "360° images"],
  ["RL{\\ddag} agents", "RL‡ agents"],
  ["\\DJ or\\dj evi\\'c", "Đorđević"],
  ["\\DJ{}or\\dj{}e", "Đorđe"],
  ["\\S 3 and \\P{}4", "§3 and ¶4"],
  ["\\TH or and Gu{\\dh}r{\\'u}n", "Þor and Guðrún"],
  ["\\pounds 5", "£5"],
  ['na\\"\\i ve Bayes', "naïve Bayes"],
])("%s is %s", (source, shown) => {
  expect(withAccents(source)).toBe(shown);
});

test.each([
  "no TeX at all",
  "\\omega and \\url{x} and \\bigo(",
  "\\oscar \\ie, \\degree and \\citet{a}",
  "\\c{cc} a_{i} {\\bf x} \\l_1",
  "Jo\\ão",
  "{non-uniform} {a}",
])("%s stays as it is", (source) => {
  expect(withAccents(source)).toBe(source);
});
