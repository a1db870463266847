import { distance, folded } from "../likeness.ts";

/** A person who signed such letters, and the offices held while doing so. */
export interface OfficeHolder {
  readonly name: string;
  readonly roles: readonly string[];
}

/**
 * Mayors and heads of department of the Landeshauptstadt Dresden since 2001, a gazetteer after the city's
 * public announcements. It mends names that a signature was written across; it never adds one.
 */
export const OFFICE_HOLDERS: readonly OfficeHolder[] = [
  { name: "Ingolf Roßberg", roles: ["Oberbürgermeister"] },
  { name: "Lutz Vogel", roles: ["Erster Bürgermeister"] },
  { name: "Helma Orosz", roles: ["Oberbürgermeisterin"] },
  { name: "Dirk Hilbert", roles: ["Oberbürgermeister", "Erster Bürgermeister", "Beigeordneter für Wirtschaft"] },
  { name: "Detlef Sittel", roles: ["Erster Bürgermeister", "Beigeordneter für Ordnung und Sicherheit"] },
  {
    name: "Annekatrin Klepsch",
    roles: [
      "Zweite Bürgermeisterin",
      "Beigeordnete für Kultur und Tourismus",
      "Beigeordnete für Kultur, Wissenschaft und Tourismus",
    ],
  },
  {
    name: "Hartmut Vorjohann",
    roles: ["Beigeordneter für Finanzen und Liegenschaften", "Beigeordneter für Bildung und Jugend"],
  },
  { name: "Jörn Marx", roles: ["Beigeordneter für Stadtentwicklung"] },
  { name: "Herbert Feßenmayr", roles: ["Beigeordneter für Stadtentwicklung"] },
  { name: "Martin Seidel", roles: ["Beigeordneter für Soziales"] },
  { name: "Ralf Lunau", roles: ["Beigeordneter für Kultur"] },
  { name: "Winfried Lehmann", roles: ["Beigeordneter für Allgemeine Verwaltung"] },
  { name: "Kristin Klaudia Kaufmann", roles: ["Beigeordnete für Arbeit, Soziales, Gesundheit und Wohnen"] },
  { name: "Raoul Schmidt-Lamontain", roles: ["Beigeordneter für Stadtentwicklung, Bau, Verkehr und Liegenschaften"] },
  { name: "Stephan Kühn", roles: ["Beigeordneter für Stadtentwicklung, Bau, Verkehr und Liegenschaften"] },
  { name: "Peter Lames", roles: ["Beigeordneter für Finanzen, Personal und Recht"] },
  { name: "Eva Jähnigen", roles: ["Beigeordnete für Umwelt und Kommunalwirtschaft"] },
  {
    name: "Jan Donhauser",
    roles: [
      "Erster Bürgermeister",
      "Beigeordneter für Bildung, Jugend und Sport",
      "Beigeordneter für Bildung und Jugend",
    ],
  },
];

export interface KnownName {
  readonly holder: OfficeHolder;
  /** 0 to 1: how near the reading is to the name. */
  readonly likeness: number;
}

/** Share of a name's letters that a signature across it may spoil. */
const TOLERANCE = 0.36;
const MARGIN = 2;

/** The office holder whose name a line most likely bears; null where none or more than one is near. */
export function knownName(text: string): KnownName | null {
  const read = folded(text.replace(/^(?:Dr|Prof)\.? /u, "").replace(/[^\p{L}\s-]+$/u, ""));
  const [best, second] = OFFICE_HOLDERS.map((holder) => ({ holder, errors: errorsOf(read, folded(holder.name)) })).sort(
    (a, b) => a.errors - b.errors,
  );
  if (best === undefined) return null;
  const length = best.holder.name.length;
  if (best.errors > TOLERANCE * length || (second?.errors ?? length) - best.errors < MARGIN) return null;
  return { holder: best.holder, likeness: 1 - best.errors / length };
}

/** Errors of the whole name; where its last word is whole, the rest may be lost ("i Marx"). */
function errorsOf(read: string, name: string): number {
  const whole = distance(read, name, name.length);
  const surname = name.split(" ").at(-1) ?? "";
  const lost = Math.max(3, Math.floor(0.3 * name.length));
  return read.split(" ").at(-1) === surname && surname.length >= 4 ? Math.min(whole, lost) : whole;
}
