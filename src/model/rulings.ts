/** A straight line drawn along one axis of a page: it stands `at` the other axis. In points. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The level and the upright lines of a page. */
export interface Rulings {
  /** At a height, from left to right. */
  readonly level: readonly Ruling[];
  /** At a distance from the left edge, from top to bottom. */
  readonly upright: readonly Ruling[];
}

/** Lines as they stand on the right one of two pages of a sheet. */
export function movedLeft({ level, upright }: Rulings, across: number): Rulings {
  if (across === 0) return { level, upright };
  return {
    level: level.map(({ at, from, to }) => ({ at, from: from - across, to: to - across })),
    upright: upright.map((ruling) => ({ ...ruling, at: ruling.at - across })),
  };
}

export const NO_RULINGS: Rulings = { level: [], upright: [] };
