// Makes the files of fixture cases anew from their letter.json: memo.pdf, scan.pdf, memo.txt, truth.json.
// usage: node test/tools/print/print-fixtures.ts [case…]     all cases by default
// Needs nothing but the project's own packages. The same letters give the same bytes.
import { writeFileSync } from "node:fs";
import { fixtureCases, fixtureFile, readPaper } from "./fixtures.ts";
import { printCase, truthOf } from "./print-case.ts";

const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : fixtureCases()) {
  const paper = readPaper(name);
  for (const made of paper.makes) writeFileSync(fixtureFile(name, made), await printCase(paper, name, made));
  if ("memo" in paper) writeFileSync(fixtureFile(name, "truth.json"), truthOf(paper));
}
