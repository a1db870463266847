#!/usr/bin/env node
// @ts-check
/**
 * Makes the files of fixture cases anew from their letter.json: memo.pdf, scan.pdf, memo.txt, truth.json.
 * usage: node test/tools/print/print-fixtures.mjs [case…]     all cases by default
 * Needs nothing but the project's own packages. The same letters give the same bytes.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drawPdf } from "./draw-pdf.mjs";
import { scanPdf } from "./scan-pdf.mjs";
import { scannerText } from "./scanner-text.mjs";
import { setLetter } from "./set-letter.mjs";

const FIXTURES = fileURLToPath(new URL("../../../fixtures/", import.meta.url));

/** @param {string} name the case's folder */
async function printCase(name) {
  /** @param {string} file */
  const at = (file) => `${FIXTURES}${name}/${file}`;
  /** @type {import("./letter.mjs").Letter} */
  const letter = JSON.parse(readFileSync(at("letter.json"), "utf8"));
  const pieces = setLetter(letter);
  const pdf = await drawPdf(pieces, letter.print.font);
  if (letter.makes.includes("memo.pdf")) writeFileSync(at("memo.pdf"), pdf);
  if (letter.makes.includes("memo.txt")) writeFileSync(at("memo.txt"), scannerText(pieces, letter, name));
  if (letter.makes.includes("scan.pdf")) writeFileSync(at("scan.pdf"), await scanPdf(pdf, name));
  const truth = { memo: letter.memo, unscored: letter.unscored ?? [] };
  writeFileSync(at("truth.json"), `${JSON.stringify(truth, null, 2)}\n`);
}

const all = readdirSync(FIXTURES).filter((name) => existsSync(`${FIXTURES}${name}/letter.json`));
const wanted = process.argv.length > 2 ? process.argv.slice(2) : all;
for (const name of wanted.sort()) await printCase(name);
