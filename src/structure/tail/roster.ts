import { distance, folded } from "../likeness.ts";

/** An office and the months it was held, "2015-09" to "2022-08" inclusive; open where not ended or not known. */
interface Term {
  readonly role: string;
  readonly from: string;
  readonly until: string;
}

/** A person who signed such letters. */
export interface OfficeHolder {
  readonly name: string;
  readonly terms: readonly Term[];
}

const EVER = "0000-00";
const TODAY = "9999-12";

function term(role: string, from = EVER, until = TODAY): Term {
  return { role, from, until };
}

/**
 * Mayors and heads of department of the Landeshauptstadt Dresden since 2001: a gazetteer after the city's
 * public announcements; months are approximate, and no more is built on them than who held a named office.
 */
const OFFICE_HOLDERS: readonly OfficeHolder[] = [
  { name: "Ingolf Roßberg", terms: [term("Oberbürgermeister", "2001-08", "2008-06")] },
  { name: "Lutz Vogel", terms: [term("Erster Bürgermeister", "2001-08", "2008-08")] },
  { name: "Helma Orosz", terms: [term("Oberbürgermeisterin", "2008-08", "2015-08")] },
  {
    name: "Dirk Hilbert",
    terms: [
      term("Oberbürgermeister", "2015-09"),
      term("Erster Bürgermeister", "2008-09", "2015-08"),
      term("Beigeordneter für Wirtschaft", "2001-08", "2015-08"),
    ],
  },
  {
    name: "Detlef Sittel",
    terms: [
      term("Erster Bürgermeister", "2015-09", "2022-08"),
      term("Beigeordneter für Ordnung und Sicherheit", EVER, "2022-08"),
    ],
  },
  {
    name: "Annekatrin Klepsch",
    terms: [
      term("Zweite Bürgermeisterin", "2015-09"),
      term("Beigeordnete für Kultur und Tourismus", "2015-09"),
      term("Beigeordnete für Kultur, Wissenschaft und Tourismus", "2015-09"),
    ],
  },
  {
    name: "Hartmut Vorjohann",
    terms: [
      term("Beigeordneter für Finanzen und Liegenschaften", EVER, "2016-12"),
      term("Beigeordneter für Bildung und Jugend", "2016-01", "2019-12"),
    ],
  },
  { name: "Jörn Marx", terms: [term("Beigeordneter für Stadtentwicklung", "2009-09", "2015-08")] },
  { name: "Herbert Feßenmayr", terms: [term("Beigeordneter für Stadtentwicklung", EVER, "2009-08")] },
  { name: "Martin Seidel", terms: [term("Beigeordneter für Soziales", EVER, "2015-08")] },
  { name: "Ralf Lunau", terms: [term("Beigeordneter für Kultur", EVER, "2015-08")] },
  { name: "Winfried Lehmann", terms: [term("Beigeordneter für Allgemeine Verwaltung", EVER, "2015-08")] },
  {
    name: "Kristin Klaudia Kaufmann",
    terms: [term("Beigeordnete für Arbeit, Soziales, Gesundheit und Wohnen", "2015-09")],
  },
  {
    name: "Raoul Schmidt-Lamontain",
    terms: [term("Beigeordneter für Stadtentwicklung, Bau, Verkehr und Liegenschaften", "2015-09", "2020-02")],
  },
  {
    name: "Stephan Kühn",
    terms: [term("Beigeordneter für Stadtentwicklung, Bau, Verkehr und Liegenschaften", "2020-06")],
  },
  { name: "Peter Lames", terms: [term("Beigeordneter für Finanzen, Personal und Recht", "2015-09", "2022-08")] },
  { name: "Eva Jähnigen", terms: [term("Beigeordnete für Umwelt und Kommunalwirtschaft", "2015-09")] },
  {
    name: "Jan Donhauser",
    terms: [
      term("Erster Bürgermeister", "2022-09"),
      term("Beigeordneter für Bildung, Jugend und Sport", "2022-09"),
      term("Beigeordneter für Bildung und Jugend", "2020-01", "2022-08"),
    ],
  },
];

/** The one person who held an office at an ISO date; null where it may have been another. */
export function holderAt(role: string, date: string): OfficeHolder | null {
  const month = date.slice(0, 7);
  const holders = OFFICE_HOLDERS.filter(({ terms }) =>
    terms.some((held) => held.role === role && held.from <= month && month <= held.until),
  );
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

export interface KnownName {
  readonly holder: OfficeHolder;
  /** 0 to 1: how near the reading is to the name. */
  readonly likeness: number;
}

/** What is left of a name must have this many letters to be any. */
const SHORTEST_NAME = 6;
/** Share of a name's letters that a signature across it may spoil. */
const TOLERANCE = 0.36;
/** Errors that the second best name must have more. */
const MARGIN = 2;

/** The office holder whose name a line most likely bears; null where none or more than one is near. */
export function knownName(text: string): KnownName | null {
  const read = folded(text.replace(/^(?:(?:Dr|Prof)\. ?)+/u, "").replace(/[^\p{L}\s-]+$/u, ""));
  if (read.length < SHORTEST_NAME) return null;
  const [best, second] = OFFICE_HOLDERS.map((holder) => ({ holder, errors: errorsOf(read, folded(holder.name)) })).sort(
    (a, b) => a.errors - b.errors,
  );
  if (best === undefined) return null;
  const { length } = best.holder.name;
  if (best.errors > TOLERANCE * length || (second?.errors ?? length) - best.errors < MARGIN) return null;
  return { holder: best.holder, likeness: 1 - best.errors / length };
}

/** Errors of the whole name; where its first or last word is whole, the other may be lost ("i Marx", "Dirk MSN"). */
function errorsOf(read: string, name: string): number {
  const whole = distance(read, name, name.length);
  const words = read.split(" ");
  const [first, ...others] = name.split(" ");
  const surname = others.at(-1) ?? "";
  const limit = Math.floor(surname.length / 7);
  const hasSurname = distance(words.at(-1) ?? "", surname, limit) <= limit;
  const hasFirst = words.length > 1 && words[0] === first;
  return hasSurname || hasFirst ? Math.min(whole, Math.floor(0.34 * name.length)) : whole;
}
