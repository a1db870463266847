import process from "node:process";
import { median } from "./measure.mjs";

const HEAD = `Hausmitteilung

Landeshauptstadt Dresden
Geschäftsbereich Umwelt und Kommunalwirtschaft

An alle
Fraktionen sowie Stadträtinnen/Stadträte
des Stadtrates der Landeshauptstadt Dresden

GZ: (GB 7) 86.20
Datum: 14. MAI 2018

Beschlusskontrolle zu V1234/17 (Sitzungsnummer: SR/041/2017)
Bänke und Wege im Stadtteil Pieschen

Sehr geehrte Damen und Herren,

folgende Information kann zu oben genanntem Beschluss gegeben werden:
`;

const TAIL = `
Mit freundlichen Grüßen

Beigeordnete für Umwelt und Kommunalwirtschaft
`;

/** A clause and its answer: eight lines. */
function itemOf(number) {
  return `${number}. „Der Oberbürgermeister wird beauftragt, die Bänke am Weg ${number} zu zählen
und dem Ausschuss bis zum Sommer zu berichten, welche davon fehlen.“
Die Bänke wurden im März gezählt. Am Weg ${number} fehlen drei, die im Herbst
ersetzt werden. Die Kosten von 4.200 Euro sind im Haushalt enthalten.
Für zwei weitere Bänke wird noch ein Standort gesucht; die Anwohner haben
darum gebeten, sie in den Schatten der Bäume zu stellen.

Ein Zwischenbericht liegt dem Ausschuss seit dem 3. April 2018 vor.
`;
}

/** Of all lines, blank ones included. */
const LINES = 80;
const ROUNDS = 40;

function letterOf(lines) {
  let text = HEAD;
  for (let number = 1; text.split("\n").length < lines - TAIL.split("\n").length; number++) text += itemOf(number);
  return text + TAIL;
}

/** Understanding alone, in one warm process: milliseconds a letter of 80 lines, and how many times longer longer ones take. */
export async function benchUnderstand({ runs = 5, table }) {
  const { understand } = await import("../../dist/structure/understand.js");
  const { pagesOfPlainText, readTextOf } = await import("../../dist/text/read-text.js");
  const { TracedText } = await import("../../dist/text/traced-text.js");
  const texts = [1, 2, 4].map((times) => TracedText.of(readTextOf(pagesOfPlainText(letterOf(times * LINES)))));
  for (let round = 0; round < ROUNDS; round++) understand(texts[0]);
  const times = texts.map(() => []);
  for (let run = 0; run < runs; run++) {
    texts.forEach((text, index) => {
      const begun = process.hrtime.bigint();
      for (let round = 0; round < ROUNDS; round++) understand(text);
      times[index].push(Number(process.hrtime.bigint() - begun) / 1e6 / ROUNDS);
    });
  }
  const [once, twice, fourTimes] = times.map(median);
  const figures = {
    lines: LINES,
    milliseconds: rounded(once),
    timeOfTwice: rounded(twice / once),
    timeOfFourTimes: rounded(fourTimes / once),
  };
  if (table) process.stderr.write(tableOf(figures));
  return figures;
}

function tableOf(figures) {
  return Object.entries(figures)
    .map(([name, value]) => `${name.padEnd(18)}${value}\n`)
    .join("");
}

function rounded(value) {
  return Math.round(value * 100) / 100;
}
