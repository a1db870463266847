import { findLittleWords } from "./confusion/little-words.ts";
import { findMisreadWords } from "./confusion/misread-words.ts";
import { findNoisyWords } from "./confusion/noisy-document.ts";
import { findUnlikelyWords } from "./confusion/unlikely-words.ts";
import { findLetterCase } from "./letter-case.ts";
import { findAddressBreaks } from "./line-break/addresses.ts";
import { findBreaksBesideSigns } from "./line-break/beside-signs.ts";
import { findGenderStarBreaks } from "./line-break/gender-stars.ts";
import { findLineBreaks } from "./line-break/line-breaks.ts";
import { findTornWords } from "./line-break/torn-by-space.ts";
import { findDocumentNames } from "./names/document-names.ts";
import { findNames } from "./names/names.ts";
import { findQuotationMarks } from "./quotation-marks.ts";
import type { Rule } from "./rule.ts";
import { findSpacesBesideNumbers } from "./spacing/beside-numbers.ts";
import { findDashes } from "./spacing/dashes.ts";
import { findSpacesAtMarks } from "./spacing/marks.ts";
import { findRunTogether } from "./spacing/run-together.ts";
import { findBrackets } from "./tokens/brackets.ts";
import { findCitations } from "./tokens/citations.ts";
import { findDates } from "./tokens/dates.ts";
import { findFullStops } from "./tokens/full-stops.ts";
import { findLawBooks } from "./tokens/law-books.ts";
import { findMeetingNumbers } from "./tokens/meeting-numbers.ts";
import { findNumbers } from "./tokens/numbers.ts";
import { findPaperNumbers } from "./tokens/paper-numbers.ts";
import { findSigns } from "./tokens/signs.ts";
import { findUnicode } from "./unicode.ts";

/** All rules in the order they run; those that correct letters come after those that make words whole. */
export const RULES: readonly Rule[] = [
  findUnicode,
  findAddressBreaks,
  findBreaksBesideSigns,
  findSigns,
  findPaperNumbers,
  findMeetingNumbers,
  findNumbers,
  findDates,
  findCitations,
  findLawBooks,
  findFullStops,
  findBrackets,
  findLineBreaks,
  findGenderStarBreaks,
  findQuotationMarks,
  findTornWords,
  findNames,
  findDocumentNames,
  findMisreadWords,
  findLittleWords,
  findNoisyWords,
  findSpacesAtMarks,
  findSpacesBesideNumbers,
  findDashes,
  findRunTogether,
  findUnlikelyWords,
  findLetterCase,
];

/** Those that know how sentences go on; a table's cell is none. */
export const SENTENCE_RULES: ReadonlySet<Rule> = new Set<Rule>([
  findFullStops,
  findLittleWords,
  findDashes,
  findSpacesAtMarks,
  findRunTogether,
  findLetterCase,
]);
