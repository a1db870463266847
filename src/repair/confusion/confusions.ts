/** What OCR reads for what was printed, and how unlike the two are: the cost in natural log units. */
interface Confusion {
  readonly read: string;
  readonly printed: string;
  readonly cost: number;
}

/** Shapes that coincide in a worn or thin print; the cost grows with what must have gone wrong. */
const BY_COST: readonly (readonly [cost: number, pairs: string])[] = [
  [1, "i:l l:i I:l l:I 1:l |:l !:l I:i ii:ü li:h rn:m Fl:H fl:fi 0:O 0:o 5:S 5:s 8:B 8:d ı:i ıı:n vv:w VV:W"],
  [
    2,
    "h:li m:rn cl:d d:cl ri:n n:u u:n c:e e:c ni:m in:m m:in B:ß ß:B u:ü a:ä o:ö ü:u ä:a ö:o tl:U ti:h n:ri j:i j:l i:j ü:ll S:5 O:0 o:0 ü:ii",
  ],
  [
    3,
    "f:t t:f f:r r:f s:a a:s G:C C:G E:F F:E P:F F:P lc:k ic:k rt:n nn:m m:nn h:b b:h o:c c:o o:e e:o H:Fl g:q q:g t:l l:t",
  ],
];

const CONFUSIONS: readonly Confusion[] = BY_COST.flatMap(([cost, pairs]) =>
  pairs.split(" ").map((pair) => {
    const [read = "", printed = ""] = pair.split(":");
    return { read, printed, cost };
  }),
);

const BY_FIRST_LETTER = new Map<string, Confusion[]>();
for (const confusion of CONFUSIONS) {
  const first = confusion.read.charAt(0);
  BY_FIRST_LETTER.set(first, [...(BY_FIRST_LETTER.get(first) ?? []), confusion]);
}

/** A word that may have been printed, and the cost of its having been misread. */
export interface Variant {
  readonly word: string;
  readonly cost: number;
}

/** All words that differ by one confusion, in a stable order; few more than the word has letters. */
export function variantsOf(word: string): Variant[] {
  const variants: Variant[] = [];
  for (let at = 0; at < word.length; at++) {
    for (const { read, printed, cost } of BY_FIRST_LETTER.get(word.charAt(at)) ?? []) {
      if (!word.startsWith(read, at)) continue;
      variants.push({ word: word.slice(0, at) + printed + word.slice(at + read.length), cost });
    }
  }
  return variants;
}
