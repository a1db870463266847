/**
 * Words of the names of the city's offices and departments, as they stand in letterheads and under
 * signatures. A gazetteer: they tell where an office's name goes on, and mend a name torn in two.
 */
const OFFICE_WORDS: ReadonlySet<string> = new Set(
  `Geschäftsbereich Beigeordneter Beigeordnete Amt Abteilung Sachgebiet Büro Referat Stabsstelle
  Stadtbezirksamt Ortsamt Verwaltungsstelle Ortschaft Bürgeramt Hauptamt Personalamt Rechtsamt
  Allgemeine Verwaltung Arbeit Bau Bildung Bürgeranliegen Denkmalschutz Digitales Digitalisierung
  Finanzen Gesundheit Hochbau Immobilien Infrastruktur Jugend Kinder Klimaschutz Kommunalwirtschaft
  Kultur Liegenschaften Mobilität Ordnung Personal Recht Schulen Senioren Sicherheit Soziales Sport
  Stadtentwicklung Stadtgrün Stadtplanung Stadtplanungsamt Straßen Tiefbauamt Tourismus Umwelt
  Umweltamt Verkehr Vermessung Wirtschaft Wirtschaftsförderung Wissenschaft Wohnen
  Abfallwirtschaft Bauen Beteiligungen Brandschutz Energie Europa Familie Feuerwehr Grünflächen Integration
  Internationales Katastrophenschutz Klima Migration Stadtgestaltung Steuern`.split(/\s+/u),
);

export function isOfficeWord(word: string): boolean {
  return OFFICE_WORDS.has(word);
}

/**
 * How an office or a role begins: "Der Oberbürgermeister", "Geschäftsbereich …", "Beigeordnete für …",
 * "Erster Bürgermeister", "Stadtbezirksamt …", "Amt für …".
 */
export const OFFICE_START =
  /^(?:(?:Der|Die) )?(?:Ober|Erste[rn]? |Zweite[rn]? |Dritte[rn]? )?[Bb]ürgermeister(?:in)?\b|^(?:Beigeordnete|Geschäftsbereich|Stadtbezirk|Ortsamt|Ortschaft|Ortsvorsteher|Verwaltungsstelle|Amt(?: |sleit)|Abteilung|Büro|Referat|Stabsstelle|Dezernat|Eigenbetrieb|StBA|Leiter(?:in)?\b|\p{Lu}\p{Ll}+amt\b)/u;

/** "Liegen" at a line's end and "schaften" at the next one's start: the hyphen is lost. */
export function isTornOfficeWord(before: string, line: string): boolean {
  const head = /\p{L}+(?=[-‐]?$)/u.exec(before)?.[0] ?? "";
  const tail = /^\p{Ll}+/u.exec(line)?.[0] ?? "";
  return head !== "" && tail !== "" && !isOfficeWord(head) && isOfficeWord(head + tail);
}
