/** A point on the page, and a direction of length 1; pixels, y downwards. */
export interface Heading {
  readonly x: number;
  readonly y: number;
  readonly directionX: number;
  readonly directionY: number;
}

/** A pen turns no more than this within a step, in degrees. */
const LARGEST_TURN = 30;
const TURN_STEP = 5;

/** Pixels from one point of the path to the next. */
const STEP = 2;

/** How far ahead the stroke is looked for, in stroke widths. */
const LOOK_AHEAD = 2.2;

/** With less ink than this ahead, of 1, the stroke has ended. */
const LEAST_INK = 0.55;

/** What a turn costs, in ink for each degree: a pen would rather go straight on, also across a letter. */
const TURN_COST = 1 / 150;

/** The share of the old direction in the new one. */
const INERTIA = 0.5;

/**
 * The path of a pen stroke from where it crosses into a line of print, point by point, up to where it ends or
 * leaves the line.
 * @param ink 0 to 1 at a point
 * @param isInside whether a height is still within the line
 * @param strokeWidth in pixels
 */
export function followStroke(
  start: Heading,
  strokeWidth: number,
  ink: (x: number, y: number) => number,
  isInside: (y: number) => boolean,
  longest: number,
): { readonly x: number; readonly y: number }[] {
  const path = [{ x: start.x, y: start.y }];
  let heading = start;
  while (path.length * STEP < longest) {
    const next = onwards(heading, strokeWidth, ink);
    if (next === null) break;
    heading = next;
    path.push({ x: heading.x, y: heading.y });
    if (!isInside(Math.round(heading.y))) break;
  }
  return path;
}

/** One step on, into the direction with the most ink; null where there is too little. */
function onwards(heading: Heading, strokeWidth: number, ink: (x: number, y: number) => number): Heading | null {
  let best: Heading | null = null;
  let bestInk = LEAST_INK;
  for (let turn = -LARGEST_TURN; turn <= LARGEST_TURN; turn += TURN_STEP) {
    const turned = turnedBy(heading, turn);
    const found = inkAhead(turned, strokeWidth, ink) - Math.abs(turn) * TURN_COST;
    if (found > bestInk) {
      best = turned;
      bestInk = found;
    }
  }
  return best === null ? null : stepped(heading, best);
}

function inkAhead(heading: Heading, strokeWidth: number, ink: (x: number, y: number) => number): number {
  const reach = Math.max(1, Math.round(LOOK_AHEAD * strokeWidth));
  let sum = 0;
  for (let distance = 1; distance <= reach; distance++) {
    sum += ink(heading.x + heading.directionX * distance, heading.y + heading.directionY * distance);
  }
  return sum / reach;
}

function turnedBy(heading: Heading, degrees: number): Heading {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const { directionX, directionY } = heading;
  return {
    ...heading,
    directionX: directionX * cos - directionY * sin,
    directionY: directionX * sin + directionY * cos,
  };
}

function stepped(from: Heading, to: Heading): Heading {
  const x = INERTIA * from.directionX + (1 - INERTIA) * to.directionX;
  const y = INERTIA * from.directionY + (1 - INERTIA) * to.directionY;
  const length = Math.hypot(x, y) || 1;
  const [directionX, directionY] = [x / length, y / length];
  return { x: from.x + directionX * STEP, y: from.y + directionY * STEP, directionX, directionY };
}
