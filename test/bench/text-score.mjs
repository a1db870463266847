/** Pieces less like anything in a reading than this, 0 to 1, were not read. */
const FOUND = 0.5;

/** Pieces whose shares of errors lie within one step are read about as well as each other. */
const MISFIT_STEP = 0.1;

/** Stands for text that is accounted for. */
const TAKEN = "\u0000";

/**
 * How far a reading of a page is from what is printed there, whatever order it is in: each printed piece is sought in
 * the reading and taken out of it, the one read best first. Its errors are the letters to be changed; a piece that is not
 * there counts whole. What is read beyond that is `strayLetters`: pen strokes, dirt, a mirrored logo. `marks` (stamps)
 * may be read or not. Quotation marks, dashes and spaces count as alike.
 * @returns {{ letters: number, letterErrors: number, words: number, wordErrors: number, strayLetters: number }}
 */
export function scoreText({ printed, marks }, reading) {
  const score = noScore();
  let rest = normalised(reading);
  for (const { piece, found } of bestFirst(printed, () => rest)) {
    const isRead = found.errors <= FOUND * piece.length;
    const read = isRead ? rest.slice(found.start, found.end) : "";
    score.letters += piece.length;
    score.words += wordsOf(piece).length;
    score.letterErrors += isRead ? found.errors : piece.length;
    score.wordErrors += distance(wordsOf(piece), wordsOf(read));
    if (isRead) rest = without(rest, found);
  }
  for (const { piece, found } of bestFirst(marks, () => rest)) {
    if (found.errors <= FOUND * piece.length) rest = without(rest, found);
  }
  score.strayLetters = rest.replace(/[\s\0]/gu, "").length;
  return score;
}

/** The scores of several pages in one: error rates as shares. */
export function totalOf(scores) {
  const total = noScore();
  for (const score of scores) for (const key of Object.keys(total)) total[key] += score[key];
  return {
    cer: total.letterErrors / total.letters,
    wer: total.wordErrors / total.words,
    strayPerPage: total.strayLetters / scores.length,
  };
}

function noScore() {
  return { letters: 0, letterErrors: 0, words: 0, wordErrors: 0, strayLetters: 0 };
}

function normalised(text) {
  return text
    .normalize("NFKC")
    .replace(/[„“”»«"]|''|,,/gu, '"')
    .replace(/[‚‘’`´']/gu, "'")
    .replace(/[–—‐‑]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
}

/**
 * Pieces with their places in a text, those that fit best first, and of about equals the longest: so that no piece
 * takes the place of another one like it, nor that of its own words within a longer one. What was taken from the text
 * meanwhile is no place any more.
 */
function* bestFirst(pieces, textNow) {
  const waiting = pieces
    .map(normalised)
    .filter((piece) => piece !== "")
    .map((piece) => ({ piece, found: bestMatch(piece, textNow()) }));
  const misfit = ({ piece, found }) => Math.floor(found.errors / piece.length / MISFIT_STEP);
  while (waiting.length > 0) {
    waiting.sort((a, b) => misfit(b) - misfit(a) || a.piece.length - b.piece.length);
    const next = waiting.pop();
    if (textNow().slice(next.found.start, next.found.end).includes(TAKEN) && !next.isFinal) {
      const found = bestMatch(next.piece, textNow());
      waiting.push({ piece: next.piece, found, isFinal: textNow().slice(found.start, found.end).includes(TAKEN) });
      continue;
    }
    yield next;
  }
}

function wordsOf(text) {
  return text.split(/[\s\0]+/u).filter(Boolean);
}

function without(text, { start, end }) {
  return text.slice(0, start) + TAKEN.repeat(end - start) + text.slice(end);
}

/** The part of a text that takes the fewest changes to become a piece (Sellers' algorithm). Half-open. */
function bestMatch(piece, text) {
  const width = text.length + 1;
  let errors = new Int32Array(width);
  let starts = Int32Array.from({ length: width }, (_, index) => index);
  for (let row = 1; row <= piece.length; row++) {
    const [above, aboveStarts] = [errors, starts];
    errors = new Int32Array(width);
    starts = new Int32Array(width);
    errors[0] = row;
    const letter = piece.charCodeAt(row - 1);
    for (let at = 1; at < width; at++) {
      const replaced = above[at - 1] + (letter === text.charCodeAt(at - 1) ? 0 : 1);
      const [missed, added] = [above[at] + 1, errors[at - 1] + 1];
      errors[at] = Math.min(replaced, missed, added);
      if (errors[at] === replaced) starts[at] = aboveStarts[at - 1];
      else starts[at] = errors[at] === missed ? aboveStarts[at] : starts[at - 1];
    }
  }
  let end = 0;
  for (let at = 1; at < width; at++) if (errors[at] < errors[end]) end = at;
  return { start: starts[end], end, errors: errors[end] };
}

/** Levenshtein's distance of two lists. */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, item] of a.entries()) {
    const next = [index + 1];
    for (let at = 1; at <= b.length; at++) {
      next.push(Math.min(next[at - 1] + 1, row[at] + 1, row[at - 1] + (item === b[at - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1);
}
