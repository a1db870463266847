import { type DrawnRuling, rulingsOf, withoutRulings } from "../image/rulings.ts";
import { tableRulings } from "../layout/tables/table-rulings.ts";
import type { GreyImage } from "../model/grey-image.ts";
import type { Ruling, Rulings } from "../model/rulings.ts";

const POINTS_PER_INCH = 72;

/** A picture without the lines of its tables, and its lines in points; the same picture where it has no ruled table. */
export function withoutTableRulings(image: GreyImage, dpi: number): { image: GreyImage; rulings: Rulings } {
  const drawn = rulingsOf(image, dpi);
  const inPoints = ({ at, from, to }: Ruling): Ruling => {
    const scale = POINTS_PER_INCH / dpi;
    return { at: at * scale, from: from * scale, to: to * scale };
  };
  const inTables = tableRulings<DrawnRuling>(drawn, inPoints);
  const rulings = { level: drawn.level.map(inPoints), upright: drawn.upright.map(inPoints) };
  if (inTables.level.length + inTables.upright.length === 0) return { image, rulings };
  return { image: withoutRulings(image, inTables, dpi), rulings };
}
