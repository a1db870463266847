/** Phrases of a resolution, a proposal or an inquiry: someone is to do something, or is asked. */
const CLAUSE_VOICE: readonly (readonly [RegExp, number])[] = [
  [/\b(?:wird|werden)\b[^.]{0,80}\b(?:beauftragt|gebeten|aufgefordert|ermächtigt|ersucht)\b/u, 4],
  [
    /\b(?:Stadtrat|Stadtbezirksbeirat|Ortschaftsrat|Ausschuss)\b[^.]{0,60}\b(?:beschließt|bekundet|bittet|ruft|fordert|stimmt|nimmt|begrüßt|spricht|schlägt|fragt)\b/u,
    4,
  ],
  [/\bzu \p{Ll}+en[.,;“]*$/u, 3],
  [/(?:\p{Ll}+zu\p{Ll}+en)[.,;“]*$/u, 2],
  [/\?[“”"]?$/u, 3],
  [/^\p{Ll}/u, 2],
  [/\bsoll(?:en)?\b/u, 1],
  [/\bist (?:sicherzustellen|zu \p{Ll}+en)\b/u, 1],
  [/^(?:Welche|Wie|Warum|Wann|Wer|Wo|Wurde|Gibt es|Ist|Sind|Falls)\b[^.]*\?/u, 2],
];

/** Phrases of the administration's report: what was done, what is so today. */
const ANSWER_VOICE: readonly (readonly [RegExp, number])[] = [
  [/\bBeschluss(?:punkt)?\b[^.]{0,40}\b(?:erfüllt|umgesetzt|erledigt)\b/u, 5],
  [/\b(?:wurde|wurden|fand|fanden|konnte|konnten|erfolgte|erfolgten|begann|lag|lagen|hatte|hatten)\b/u, 2],
  [/\b(?:derzeit|aktuell|gegenwärtig|bereits|zwischenzeitlich|inzwischen|mittlerweile|bislang|bisher|nunmehr)\b/iu, 2],
  [/\b(?:hat|haben|ist|sind)\b[^.]{0,120}\p{L}(?:t|en)\.$/u, 1],
  [/^(?:Mit|Im|Am|Seit|Durch|Nach) [^.]{0,40}\b(?:wurde|hat|haben|ist|liegt)\b/u, 1],
  [/\b(?:liegt|liegen)\b[^.]{0,60}\bvor\b/u, 2],
  [/\b(?:voraussichtlich|im Ergebnis|zur Zeit|zurzeit|noch nicht)\b/u, 1],
  [/\bDie Verwaltung\b|\bwir\b|\bunsere[rnms]?\b/u, 2],
];

/** Above zero a clause is heard, below zero an answer. */
export function voiceOf(text: string): number {
  const spoken = text.replace(/^[„"]?\d{1,2}[.)] ?[„"]?/u, "");
  return weigh(CLAUSE_VOICE, spoken) - weigh(ANSWER_VOICE, spoken);
}

function weigh(phrases: readonly (readonly [RegExp, number])[], text: string): number {
  return phrases.reduce((sum, [pattern, weight]) => (pattern.test(text) ? sum + weight : sum), 0);
}

const LEAD_IN =
  /\b(?:beauftragt|gebeten|aufgefordert|ermächtigt|ersucht)[,:;]?$|\b(?:beauftragt|gebeten|beschließt|bittet|fragt|fragen)\b[^.?!]{0,200}[,:;]$/u;

/** A lead-in ends open, before what is ordered or asked: "Der Oberbürgermeister wird beauftragt,". */
export function isLeadIn(text: string): boolean {
  if (LEAD_IN.test(text)) return true;
  return text.length < 160 && !/[.?!]/u.test(text) && /[,:]$/u.test(text) && voiceOf(text) > 0;
}
