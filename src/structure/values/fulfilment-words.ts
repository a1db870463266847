/** The words by which answers say what became of a point; all for text in lower case. `\b` knows no umlauts. */
function words(alternatives: string, flags = "u"): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, flags);
}

const MASCULINE =
  "(?:stadtrats|rats|ausschuss|beirats)?beschlu(?:ss|ß)(?:punkt)?|(?:unter)?punkt|(?:prüf)?auftrag|antrag";
const OTHERS =
  "beschlu(?:ss|ß)punkte|beschlüsse|(?:unter)?punkte|(?:prüf)?aufträge|anträge|festlegung(?:en)?|(?:beschluss)?ziffern?|nummern?";
const ADJECTIVES = "(?:[\\p{L}.]{1,24} ){0,3}?";
const NUMBERS = "\\d{1,2}[a-z]?(?:(?:, ?| und | bis | sowie |/)\\d{1,2}[a-z]?){0,9}(?![\\d\\p{L}])";

/**
 * The point or resolution itself, as the subject of a clause, and (group 1) the numbers that it bears. Its article
 * shows the nominative: "der Beschlusspunkt", "die Punkte 1 und 2", but not "der Beschlusspunkte" or "dem Beschluss".
 */
export const SUBJECT = new RegExp(
  `(?<!\\p{L})(?:(?:der|dieser|kein) ${ADJECTIVES}(?:${MASCULINE})|(?:die|diese|beide|alle|sämtliche|keine) ${ADJECTIVES}(?:${OTHERS})|` +
    `keine[rs]? (?:der|dieser) (?:${OTHERS})|(?<=^|[:.] |(?<!\\p{L})(?:ist|sind|gilt|gelten|wurden?) )(?:${MASCULINE}|${OTHERS}))` +
    `(?!\\p{L})(?: (?:nr\\.? ?)?(${NUMBERS}))?`,
  "gu",
);
/** Before a subject it shows that it is none: "für die Punkte 1 und 2". */
export const PREPOSITION = /(?<!\p{L})(?:für|auf|durch|gegen|ohne|um|über|an|in|vor|zu|betreffend|umfasst|enthält) $/u;
/** Not this letter's resolution but an older one or one with a number of its own; or not all of its points. */
export const ANOTHER = words("(?:früher|vorherig|vorangegangen|damalig|ander|alt|meist|übrig|restlich)(?:e[nrs]?)?");
export const OWN_PAPER = /^ (?:zur vorlage |zum antrag )?\p{L}{1,3}\d{3,5}\/\d\d/u;

export const VERB = words("ist|sind|gilt|gelten|wurden?|konnten?|kann|können|wird|werden|bleib(?:t|en)", "gu");
const ERFUELLT = "erf(?:ü|u|ii)[lij]{1,3}t";
/** What a point is said to be; OCR writes "erfüilt" and "erfiillt". */
export const PREDICATE = words(
  `(?:un)?${ERFUELLT}|umgesetzt|(?:un)?erledigt|realisiert|vollzogen|offen|(?:umsetz|erfüll|realisier)bar`,
  "gu",
);
/** A verb more between the parts of a clause belongs to a clause that no comma parts. */
export const FINITE = words(
  "ist|sind|wurden?|hat|haben|hatten?|wird|werden|war|waren|kann|können|soll|sollen|muss|müssen|sei|seien|wäre|wären",
);

/** No more than the words themselves: "Nicht erfüllt.", "Fazit: Beschlusspunkt 2 erfüllt". */
export const BARE = new RegExp(
  `^(?:\\p{L}{3,20}: ?)?((?:(?:beschlu(?:ss|ß)(?:punkt)?|punkt|ziffer) )?(?:(\\d{1,2}) )?` +
    `(?:(?:ist|noch|bisher|bislang|damit|somit|nur|nicht|teilweise|überwiegend|größtenteils|weitgehend|vollständig) ){0,4}` +
    `(?:(?:un)?${ERFUELLT}|umgesetzt|(?:un)?erledigt))[ .!]{0,3}$`,
  "u",
);
/** "Die Verwaltung betrachtet den Beschlusspunkt als erledigt." */
export const JUDGED = new RegExp(
  `(?<!\\p{L})(?:betrachte[nt]?|betrachtet|sieht|sehen|erachte[nt]?|werte[nt]?|bewerte[nt]?) (?:(?:wir|ich|damit|somit) ){0,2}` +
    `(?:(?:den|diesen) (?:${MASCULINE})|die (?:${OTHERS}))(?: (${NUMBERS}))?(?: (?:damit|somit|daher|nicht|teilweise|noch))* als ` +
    `(?:teilweise |vollständig |überwiegend )?(?:${ERFUELLT}|umgesetzt|erledigt)(?!\\p{L})`,
  "u",
);

/** "Die Umsetzung des Beschlusspunktes ist aus technischen Gründen nicht möglich." */
export const IMPOSSIBLE = new RegExp(
  `(?<!\\p{L})(?:die|eine) (?:beschluss(?:erfüllung|umsetzung)|(?:umsetzung|erfüllung|realisierung) (?:des|dieses) (?:beschlusspunkte?s|beschlusses|punkte?s|auftrage?s|antrage?s))` +
    `(?!\\p{L})[^:]{0,160}?(?<!\\p{L})ist (?:[\\p{L}.]{1,20} ){0,5}?nicht (?:möglich|machbar|umsetzbar|realisierbar)(?!\\p{L})`,
  "u",
);

/** Who looks ahead, supposes or asks says nothing of what is. */
export const SUPPOSED = words(
  "soll|sollen|sollten?|muss|müssen|müsse|müssten?|dürften?|wäre|wären|würden?|könnten?|sei|seien|hätten?|möge|will|wollen|" +
    "voraussichtlich|künftig|zukünftig|demnächst|frühestens|erst(?! (?:teilweise|zu))|ob|kaum|fast|nahezu|beinahe|annähernd|" +
    "quasi|scheinbar|angeblich|vermutlich|womöglich|möglicherweise|hoffentlich|wohl|so gut wie|bis (?:zum|ende|anfang|mitte|spätestens|\\d+)",
);

export const NEGATION = words(
  "nicht|keineswegs|keinesfalls|mitnichten|nie|niemals|weder|kein|keine[rsnm]?|nirgends",
  "gu",
);
/** It is done in part. */
export const NOT_WHOLLY = words(
  "nicht (?:in )?(?:voll(?:ständig|umfänglich)?|ganz|gänzlich|gänze|vollem (?:umfang|maße)|komplett|restlos|abschließend|umfassend|allen (?:teilen|punkten)|durchgängig|durchweg|überall)|nicht zu (?:100|hundert) ?(?:prozent)?",
);
/** What follows is said all the same. */
export const NOT_ONLY = words("nicht (?:nur|allein|bloß)", "gu");
/** The manner or the time is denied and not the thing itself, or nobody can tell what is. */
export const NOT_SO = words(
  "nicht (?:vor|ohne|wie|so|fristgerecht|rechtzeitig|sofort|bis|planmäßig|termingerecht|in der|in dieser|in diesem|innerhalb|gleichzeitig|zeitgleich|alle|zuletzt|offen|teilweise|teils|überwiegend)",
);

export const PARTLY = words(
  "teilweise|teils|(?:zum|in|zu einem) (?:(?:große[nr]?|größten|größeren|überwiegenden|weiten|wesentlichen|kleinen) )?teil(?:en)?|" +
    "größtenteils|überwiegend|weit(?:est)?gehend|anteilig|partiell|im wesentlichen|eingeschränkt|bedingt|unvollständig|" +
    "ansatzweise|in ansätzen|zur hälfte|hälftig|halb|zu (?:einem|zwei|drei|vier|fünf) (?:drittel|viertel|fünftel|zehntel)n?",
);
export const PERCENT = /(?<!\p{L})zu (?:[\p{L}.]{1,10} ){0,3}?(\d{1,3})(?:,\d+)? ?(?:prozent|%)/u;
export const NOT_EVEN = words("nicht einmal");
/** All but something; it may stand after the predicate, too. */
export const EXCEPT = words("bis auf|mit ausnahme|außer|ausgenommen|abgesehen");

/** What goes on after the predicate takes some of it back. */
export const TAKEN_BACK = words(
  "nicht|kein\\p{L}*|noch|offen|aus|fehl\\p{L}*|aber|jedoch|allerdings|dagegen|hingegen|wenn|sobald|sofern|falls|soweit|solange|ob|vorbehaltlich|bedingung|voraussetzung|vorbehalt|teil\\p{L}*|erwartet|geplant|vorgesehen|voraussichtlich",
);
/** So does this where the predicate was denied. */
export const CONDITION = words("es sei denn|wenn|sofern|falls|(?:aber|jedoch|sondern) (?:nur )?teil\\p{L}*|sondern");
/** A clause that gives a reason or looks back. */
export const BESIDE = /^[ ,]*(?:nachdem|obwohl|obgleich|weil|da|indem|womit|wodurch)(?!\p{L}).*$/u;
/** That no further report is due. */
export const NO_FURTHER =
  /(?:eine |die |keine )?(?:weitere|nächste|erneute|zusätzliche)n? (?:beschlusskontrollen?|kontrollen?|berichterstattung(?:en)?|information(?:en)?|maßnahmen?)(?: (?:ist|sind|wird))?(?: (?:daher|somit|damit))?(?: nicht)?(?: mehr)?/gu;
