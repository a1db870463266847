import { pick, type Random } from "../print/random.ts";

/** What a table says, and how its cells belong together. */
export interface TableContent {
  /** Rows of cells, an empty cell empty; of a cell over several columns the first has the text. */
  readonly rows: readonly (readonly string[])[];
  /** Rows at the top that name the columns: 0, 1 or 2. */
  readonly headRows: number;
  /** Columns whose cells are set flush right. */
  readonly numeric: readonly boolean[];
  /** Cells that cover several columns: row, first column, count. */
  readonly spans: readonly { readonly row: number; readonly column: number; readonly count: number }[];
  /** Rows that stand out, the sums. */
  readonly sums: readonly number[];
}

const PLACES = [
  "Ahornweg",
  "Am Brückenkopf",
  "Birkenhain",
  "Dorfanger",
  "Erlengrund",
  "Fährstraße",
  "Gartenzeile",
  "Haldenring",
  "Kirschallee",
  "Lindenplatz",
  "Mühlgraben",
  "Neuer Markt",
  "Obere Gasse",
  "Pappelufer",
  "Quellweg",
  "Rosenhang",
  "Schäferei",
  "Talblick",
  "Ulmenhof",
  "Weidenufer",
  "Ziegelei",
  "Alte Schmiede",
  "Südhang",
  "Feldrain",
  "Hofwiese",
  "Kreuzung Bahnstraße",
  "Wiesengrund",
  "Zur Furt",
  "Steinbruchweg",
  "Parkzeile",
  "Tannenbusch",
  "Hafenkante",
] as const;
const THINGS = [
  "Erneuerung der Fahrbahn",
  "Ersatz der Beleuchtung",
  "Grundinstandsetzung",
  "Planung",
  "Vermessung und Baugrund",
  "Bau eines Gehweges mit abgesenkten Borden",
  "Sanierung des Daches einschließlich Wärmedämmung",
  "Brandschutz",
  "Pflanzung von Straßenbäumen",
  "Umbau der Haltestelle",
  "Personalkosten",
  "Sachkosten",
  "Zuschüsse an Vereine",
  "Unterhaltung der Spielplätze und Grünanlagen",
  "Reinigung",
  "Versicherungen",
  "Gutachten zur Verkehrssicherheit",
  "Neubau einer Querungshilfe für Fußgängerinnen und Fußgänger",
  "Wartung technischer Anlagen",
  "Miete",
  "Ausstattung",
  "Erschließungsmaßnahmen im Gewerbegebiet",
  "Öffentlichkeitsarbeit",
  "Bauüberwachung",
  "Sonstiges (u. a. Abbruch)",
] as const;
const STATES = [
  "in Planung",
  "abgeschlossen",
  "offen",
  "in Ausführung",
  "zurückgestellt",
  "beauftragt",
  "-",
  "ja",
  "nein",
  "entfällt",
  "Ausschreibung läuft",
  "wird geprüft",
] as const;
const LABEL_HEADS = ["Maßnahme", "Straße", "Standort", "Bezeichnung", "Einrichtung", "Kostenart", "Bereich"] as const;
const STATE_HEADS = ["Stand", "Umsetzung", "Bemerkung"] as const;
const NUMBER_HEADS = [
  "Anzahl",
  "Fälle",
  "Plätze",
  "Plan",
  "Ist",
  "Eigenmittel",
  "Fördermittel",
  "Gesamtkosten",
  "Kosten in Euro",
  "Anteil",
  "Zahl der Kinder mit Betreuungsvertrag",
  "Abweichung gegenüber dem Vorjahr",
  "Ansatz",
] as const;

type Kind = "label" | "number" | "money" | "share" | "date" | "state" | "order" | "year";

/** Invents a table of so many columns and rows. */
export function inventTable(random: Random, columns: number, rowCount: number): TableContent {
  const kinds = kindsOf(random, columns, rowCount);
  const chance = (p: number): boolean => random() < p;
  const twoHeads = columns >= 4 && rowCount >= 5 && chance(0.15);
  const headRows = twoHeads ? 2 : rowCount >= 3 && chance(0.88) ? 1 : 0;
  const spans: { row: number; column: number; count: number }[] = [];
  const firstYear = 2008 + Math.floor(random() * 10);
  const yearHeads = chance(0.4);
  const heads = kinds.map((kind, at) => headOf(random, kind, yearHeads ? `${firstYear + at}` : null));
  const rows: string[][] = [];
  if (twoHeads) {
    const from = columns - (columns >= 6 ? 3 : 2);
    rows.push(
      heads.map((head, at) =>
        at < from ? head : at === from ? pick(random, ["davon", "Haushaltsjahr", "Kosten in Tausend Euro"]) : "",
      ),
    );
    spans.push({ row: 0, column: from, count: columns - from });
    rows.push(heads.map((head, at) => (at < from ? "" : head)));
  } else if (headRows === 1) rows.push(chance(0.15) ? ["", ...heads.slice(1)] : heads);
  const empties = chance(0.35) ? 0.12 : 0;
  const summed = rowCount - headRows >= 4 && chance(0.4) && kinds.some(isSummed);
  const sectioned = columns >= 3 && rowCount >= 8 && chance(0.2);
  while (rows.length < rowCount - (summed ? 1 : 0)) {
    const index = rows.length - headRows;
    if (sectioned && (index === 0 || index === Math.floor(rowCount / 2))) {
      spans.push({ row: rows.length, column: 0, count: columns });
      rows.push([
        `${pick(random, ["Abschnitt", "Bereich", "Teilprojekt"])} ${pick(random, PLACES)}`,
        ...Array<string>(columns - 1).fill(""),
      ]);
      continue;
    }
    rows.push(kinds.map((kind, at) => (at > 0 && chance(empties) ? "" : cellOf(random, kind, index, firstYear))));
  }
  const sums = summed ? [rows.length] : [];
  if (summed) {
    const label = kinds.indexOf("label");
    rows.push(
      kinds.map((kind, at) =>
        at === Math.max(0, label)
          ? pick(random, ["Summe", "Gesamt", "Insgesamt"])
          : isSummed(kind)
            ? cellOf(random, kind, 0, firstYear)
            : "",
      ),
    );
  }
  return { rows, headRows, numeric: kinds.map((kind) => isSummed(kind) || kind === "share"), spans, sums };
}

function isSummed(kind: Kind): boolean {
  return kind === "number" || kind === "money";
}

function kindsOf(random: Random, columns: number, rowCount: number): Kind[] {
  const first: Kind[] =
    columns >= 4 && random() < 0.3 ? ["order", "label"] : rowCount <= 12 && random() < 0.2 ? ["year"] : ["label"];
  const main = pick<Kind>(random, ["number", "money", "number", "share"]);
  while (first.length < columns)
    first.push(random() < 0.7 ? main : pick<Kind>(random, ["state", "date", "number", "share", "label", "money"]));
  return first;
}

function headOf(random: Random, kind: Kind, year: string | null): string {
  if (kind === "order") return "Nr.";
  if (kind === "year") return "Jahr";
  if (kind === "date") return pick(random, ["Termin", "Fertigstellung", "Beginn"]);
  if (kind === "label") return pick(random, LABEL_HEADS);
  if (kind === "state") return pick(random, STATE_HEADS);
  return year ?? pick(random, NUMBER_HEADS);
}

function cellOf(random: Random, kind: Kind, index: number, year: number): string {
  const upTo = (most: number): number => Math.floor(random() * most);
  if (kind === "order") return `${index + 1}${year % 2 === 0 ? "." : ""}`;
  if (kind === "year") return `${year + index}`;
  if (kind === "date")
    return pick(random, [
      `${1 + upTo(28)}.${1 + upTo(12)}.${year + upTo(4)}`,
      `${["I", "II", "III", "IV"][upTo(4)]}/${year}`,
      `Mai ${year + 1}`,
    ]);
  if (kind === "label")
    return random() < 0.5
      ? pick(random, PLACES)
      : random() < 0.5
        ? pick(random, THINGS)
        : `${pick(random, THINGS)}, ${pick(random, PLACES)}`;
  if (kind === "state") return pick(random, STATES);
  if (kind === "share") return `${upTo(100)},${upTo(10)}${year % 3 === 0 ? " %" : ""}`;
  if (kind === "money")
    return `${grouped(upTo(9) < 4 ? upTo(9_999_999) : upTo(99_999))}${year % 2 === 0 ? " Euro" : ""}`;
  return upTo(5) === 0 ? grouped(1000 + upTo(90_000)) : `${upTo(400)}`;
}

function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ".");
}
