/**
 * German's little words: articles, pronouns, prepositions, conjunctions, auxiliary verbs. They are never nouns,
 * never part of a compound, and written small within a sentence. Polite forms ("Ihre", "Sie") are left out.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `ab aber alle allem allen aller alles als also am an ans auch auf aus außer außerdem bei beim bereits bevor bis bzw
  da dabei dadurch dafür dagegen daher damit danach daran darauf daraus darin darüber darum das dass dasselbe davon dazu
  dein dem den denen denn der deren derzeit des deshalb dessen die dies diese diesem diesen dieser dieses doch dort durch
  ein eine einem einen einer eines einige einigen einiger entsprechend er erst es etwa
  falls für gegen gegenüber gemäß gilt haben hat hatte hatten hier hierbei hierdurch hierfür hiermit hierzu hinter hinsichtlich
  ich im immer in indem infolge inklusive innerhalb ins insbesondere insgesamt insofern insoweit inwiefern inwieweit inzwischen ist
  ja je jede jedem jeden jeder jedes jedoch jene jenem jenen jener jenes jetzt jeweils
  kann kein keine keinem keinen keiner keines können könnte könnten
  mit mittels muss müssen nach nachdem neben nicht nichts noch nun nur nebst
  ob obwohl oder ohne pro per samt sehr sei seien sein seine seinem seinen seiner seines seit seitens sich sind so sobald sofern
  sogar solche solchen soll sollen sollte sollten somit sondern sowie sowohl statt sämtliche trotz
  über um und unter unser unsere unserem unseren unserer vom von vor während war waren warum was weder wegen weil welche welchem
  welchen welcher welches wenn wer werden weshalb wie wieder will wir wird wo wobei wodurch wofür wozu wurde wurden würde würden
  zu zudem zufolge zugunsten zum zumal zur zwar zwecks zwischen`.split(/\s+/),
);

/** Little words that compounds begin with: "Nachtrag", "Nichtraucher", "Zwischenstand". */
const COMPOUND_BEGINNINGS = new Set(
  (
    "ab alle allen aller alles als an auf aus außer bei dagegen durch ein er für gegen hinter im in innerhalb mit nach neben " +
    "nicht nichts ohne pro seit so statt über um und unter vor während wegen wie wieder zu zum zur zwischen"
  ).split(" "),
);

/** Little words that no compound begins with: "ich", "somit", "jedoch". */
export const NEVER_BEGIN_COMPOUNDS: ReadonlySet<string> = new Set(
  [...FUNCTION_WORDS].filter((word) => !COMPOUND_BEGINNINGS.has(word)),
);

/** Articles and the like never begin a compound; prepositions do ("Zwischenstand", "Nachtrag"). */
export const INFLECTED_WORDS: ReadonlySet<string> = new Set(
  (
    "der die das den dem des eine einem einen einer eines und oder für ist sind wird werden wurde " +
    "sein seine seiner seinem seinen dies diese dieser diesem diesen dieses dass kein keine nicht"
  ).split(" "),
);
