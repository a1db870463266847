import type { GreyImage } from "../model/grey-image.ts";
import type { Ruling } from "../model/rulings.ts";

/** Darker is ink: the paper is white by now. At 150 thin lines of bad copies went unseen; 26 real pages without tables gave none at 190. */
const INK = 190;

/** In inches: shorter lines are strokes of letters; thicker ones are bars. */
const SHORTEST = { level: 0.45, upright: 0.13 };
const THICKEST = 0.035;

/** Breaks in a line, in inches: dots and dashes, a weak print. */
const BREAK = 0.02;

/** White beside a line, in inches from its edge, tells it from the feet of letters. */
const BESIDE = 0.016;

/** So much of a line has white on both sides; words may touch the rest. */
const FREE = 0.6;

/** So much of a line is ink. */
const INKED = 0.45;

/** A row (or a column) of ink. */
interface Run {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A line on a picture, in pixels. */
export interface DrawnRuling extends Ruling {
  /** The rows or columns of ink that it is made of. */
  readonly runs: readonly Run[];
}

/** The lines of a picture. */
export interface DrawnRulings {
  readonly level: readonly DrawnRuling[];
  readonly upright: readonly DrawnRuling[];
}

/** A line as it is found: rows or columns of ink that overlap one another. */
interface Stroke {
  from: number;
  to: number;
  readonly first: number;
  last: number;
  /** Ink in all of its rows. */
  ink: number;
  readonly runs: Run[];
}

/** The long straight lines of a page. It lies straight, or falls by less than a third of a degree. */
export function rulingsOf(image: GreyImage, dpi: number): DrawnRulings {
  return { level: levelLines(image, dpi), upright: alongLongOnes(uprightLines(image, dpi), dpi) };
}

/** In inches: an upright as short as a large letter's stem is a line only along one that is longer. */
const LONG_UPRIGHT = 0.24;
const SAME_LINE = 0.02;

function alongLongOnes(upright: readonly DrawnRuling[], dpi: number): DrawnRuling[] {
  const long = upright.filter(({ from, to }) => to - from >= LONG_UPRIGHT * dpi);
  return upright.filter((one) => long.includes(one) || long.some(({ at }) => Math.abs(at - one.at) <= SAME_LINE * dpi));
}

/** Lighter than this is paper, even beside a blurred line. */
const FAINT = 225;

/** Pixels of one axis: from one to the next along a line and across it, how many there are of each. */
interface Axis {
  readonly alongStep: number;
  readonly acrossStep: number;
  readonly length: number;
  readonly breadth: number;
}

/** A picture with some of its lines taken out; letters that touch them stay whole. */
export function withoutRulings(image: GreyImage, { level, upright }: DrawnRulings, dpi: number): GreyImage {
  const { width, height } = image;
  const data = Uint8Array.from(image.data);
  const thickest = 1.4 * THICKEST * dpi;
  const across = { alongStep: 1, acrossStep: width, length: width, breadth: height };
  const down = { alongStep: width, acrossStep: 1, length: height, breadth: width };
  for (const ruling of level) erase(image.data, data, ruling, across, thickest);
  // Where lines cross, only what the first ones left is still there.
  const crossings = Uint8Array.from(data);
  for (const ruling of upright) erase(crossings, data, ruling, down, thickest);
  return { width, height, data };
}

/** Whitens a line where what is dark there is no thicker than a line. */
function erase(seen: Uint8Array, data: Uint8Array, ruling: DrawnRuling, axis: Axis, thickest: number): void {
  const { alongStep, acrossStep, length, breadth } = axis;
  const middles = middlesOf(ruling);
  const isDark = (place: number): boolean => (seen[place] ?? 255) < FAINT;
  const ends = Math.round(thickest / 2);
  for (let along = Math.max(0, ruling.from - ends); along <= Math.min(length - 1, ruling.to + ends); along++) {
    const base = along * alongStep;
    const middle = middles[Math.min(middles.length - 1, Math.max(0, along - ruling.from))] ?? 0;
    const at = [0, -1, 1, -2, 2].map((off) => middle + off).find((place) => isDark(base + place * acrossStep));
    if (at === undefined) continue;
    let [first, last] = [at, at];
    while (first > 0 && isDark(base + (first - 1) * acrossStep)) first -= 1;
    while (last < breadth - 1 && isDark(base + (last + 1) * acrossStep)) last += 1;
    if (last - first > thickest) continue;
    const [top, bottom] = [Math.max(0, first - 1), Math.min(breadth - 1, last + 1)];
    for (let place = top; place <= bottom; place++) data[base + place * acrossStep] = 255;
  }
}

/** Where the middle of a line is at each of its places; over a break as before it. */
function middlesOf({ runs, from, to }: DrawnRuling): number[] {
  const [sum, count] = [new Float64Array(to - from + 1), new Uint16Array(to - from + 1)];
  for (const run of runs) {
    for (let along = run.from; along <= run.to; along++) {
      sum[along - from] = (sum[along - from] ?? 0) + run.at;
      count[along - from] = (count[along - from] ?? 0) + 1;
    }
  }
  const middles: number[] = [];
  for (const [index, total] of sum.entries()) {
    const runsHere = count[index] ?? 0;
    middles.push(runsHere > 0 ? Math.round(total / runsHere) : (middles.at(-1) ?? 0));
  }
  return middles;
}

function levelLines({ data, width, height }: GreyImage, dpi: number): DrawnRuling[] {
  const strokes = new Strokes(THICKEST * dpi);
  const [shortest, gap] = [SHORTEST.level * dpi, BREAK * dpi];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let from = -1;
    let last = -1;
    let ink = 0;
    for (let x = 0; x < width; x++) {
      if ((data[row + x] as number) >= INK) continue;
      if (from >= 0 && x - last <= gap) ink += 1;
      else {
        if (from >= 0 && last - from >= shortest) strokes.add(y, from, last, ink);
        from = x;
        ink = 1;
      }
      last = x;
    }
    if (from >= 0 && last - from >= shortest) strokes.add(y, from, last, ink);
  }
  const isInk = (along: number, across: number): boolean => (data[across * width + along] ?? 255) < INK;
  return strokes.rulings(isInk, dpi);
}

function uprightLines({ data, width, height }: GreyImage, dpi: number): DrawnRuling[] {
  const strokes = new Strokes(THICKEST * dpi);
  const [shortest, gap] = [SHORTEST.upright * dpi, BREAK * dpi];
  const from = new Int32Array(width).fill(-1);
  const last = new Int32Array(width).fill(-1);
  const ink = new Int32Array(width);
  const found: [x: number, from: number, to: number, ink: number][] = [];
  const close = (x: number): void => {
    const [start, end] = [from[x] as number, last[x] as number];
    if (end - start >= shortest) found.push([x, start, end, ink[x] as number]);
  };
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      if ((data[row + x] as number) >= INK) continue;
      if ((from[x] as number) >= 0 && y - (last[x] as number) <= gap) ink[x] = (ink[x] as number) + 1;
      else {
        if ((from[x] as number) >= 0) close(x);
        from[x] = y;
        ink[x] = 1;
      }
      last[x] = y;
    }
  }
  for (let x = 0; x < width; x++) if ((from[x] as number) >= 0) close(x);
  for (const [x, start, end, count] of found.sort((a, b) => a[0] - b[0] || a[1] - b[1]))
    strokes.add(x, start, end, count);
  const isInk = (along: number, across: number): boolean => (data[along * width + across] ?? 255) < INK;
  return strokes.rulings(isInk, dpi);
}

/** Runs of ink that lie beside one another, put together. */
class Strokes {
  readonly #thickest: number;
  readonly #done: Stroke[] = [];
  #open: Stroke[] = [];

  constructor(thickest: number) {
    this.#thickest = thickest;
  }

  /** Runs come in the order of their places. */
  add(at: number, from: number, to: number, ink: number): void {
    const run = { at, from, to };
    const stroke = this.#open.find((one) => one.last >= at - 1 && from <= one.to && to >= one.from);
    if (stroke === undefined) {
      this.#done.push(...this.#open.filter((one) => one.last < at - 1));
      this.#open = this.#open.filter((one) => one.last >= at - 1);
      this.#open.push({ from, to, first: at, last: at, ink, runs: [run] });
      return;
    }
    stroke.from = Math.min(stroke.from, from);
    stroke.to = Math.max(stroke.to, to);
    stroke.last = at;
    stroke.ink += ink;
    stroke.runs.push(run);
  }

  /** Those that are thin and stand free. */
  rulings(isInk: (along: number, across: number) => boolean, dpi: number): DrawnRuling[] {
    return [...this.#done, ...this.#open].flatMap((stroke): DrawnRuling[] => {
      const { first, last, from, to, ink, runs } = stroke;
      const length = runs.reduce((sum, run) => sum + run.to - run.from, 0);
      const weighed = runs.reduce((sum, run) => sum + run.at * (run.to - run.from), 0);
      // A long line may fall by some pixels.
      const room = this.#thickest + 0.006 * (to - from);
      if (last - first > room || ink < INKED * length) return [];
      const beside = Math.ceil(BESIDE * dpi);
      let free = 0;
      let seen = 0;
      for (let along = from; along <= to; along += 3) {
        seen += 1;
        if (!isInk(along, first - beside) && !isInk(along, last + beside)) free += 1;
      }
      return free < FREE * seen ? [] : [{ at: weighed / length, from, to, runs }];
    });
  }
}
