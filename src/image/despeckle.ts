import type { GreyImage } from "../model/grey-image.ts";
import { type Component, componentsOf } from "./components.ts";
import { INK, lettersOf } from "./letters.ts";
import { edgeOf } from "./sharpness.ts";

/** What is larger than this, in inches, is no speck: the dot of an "i" in 12 point type is 0.02. */
const SPECK_SIZE = 0.02;

/** No larger ink within this distance, in inches: a speck. Umlaut dots, full stops and dashes are nearer to a letter. */
const ALONE = { across: 16 / 300, down: 13 / 300 };

/** Dirt of the scanner is sharper by this factor than print that was blurred before it was scanned. */
const SHARPER = 1.5;

/** Side of the cells in which the map of larger ink is kept, in pixels. */
const CELL = 4;

/** An image without specks, and the ink that is left in it. */
export interface Despeckled {
  readonly image: GreyImage;
  readonly components: readonly Component[];
}

/**
 * The image without its specks: small dirt that stands alone, and small dirt wherever it stands that is sharper
 * than the letters of the page, as neither a dot nor a comma of the same print can be. For a normalised background.
 */
export function despeckle(image: GreyImage, dpi: number): Despeckled {
  const components = componentsOf(image, INK);
  const isSmall = (component: Component): boolean => sizeOf(component) <= SPECK_SIZE * dpi;
  const large = inkMap(
    components.filter((component) => !isSmall(component)),
    image,
  );
  const sharpest = SHARPER * letterEdge(image, components, dpi);
  const isSpeck = (component: Component): boolean =>
    isSmall(component) &&
    (!large.isNear(component, ALONE.across * dpi, ALONE.down * dpi) || edgeOf(image, component) > sharpest);
  const specks = new Set(components.filter(isSpeck));
  if (specks.size === 0) return { image, components };
  const data = image.data.slice();
  for (const speck of specks) erase(data, image, speck);
  return { image: { ...image, data }, components: components.filter((component) => !specks.has(component)) };
}

function sizeOf({ left, top, right, bottom }: Component): number {
  return Math.max(right - left, bottom - top);
}

/** How sharp the letters of the page are: the median of a sample. Infinite where there are none. */
function letterEdge(image: GreyImage, components: readonly Component[], dpi: number): number {
  const edges = lettersOf(components, dpi)
    .map((letter) => edgeOf(image, letter))
    .sort((a, b) => a - b);
  return edges[edges.length >> 1] ?? Number.POSITIVE_INFINITY;
}

interface InkMap {
  isNear(component: Component, across: number, down: number): boolean;
}

/** Where larger ink stands, in cells; each component counts with its box. */
function inkMap(components: readonly Component[], image: GreyImage): InkMap {
  const columns = Math.ceil(image.width / CELL);
  const rows = Math.ceil(image.height / CELL);
  const cells = new Uint8Array(columns * rows);
  const cell = (pixel: number, last: number): number => Math.max(0, Math.min(last, Math.floor(pixel / CELL)));
  for (const { left, top, right, bottom } of components) {
    for (let row = cell(top, rows - 1); row <= cell(bottom - 1, rows - 1); row++) {
      cells.fill(1, row * columns + cell(left, columns - 1), row * columns + cell(right - 1, columns - 1) + 1);
    }
  }
  return {
    isNear({ left, top, right, bottom }, across, down) {
      for (let row = cell(top - down, rows - 1); row <= cell(bottom + down, rows - 1); row++) {
        const from = row * columns + cell(left - across, columns - 1);
        const to = row * columns + cell(right + across, columns - 1) + 1;
        if (cells.subarray(from, to).includes(1)) return true;
      }
      return false;
    },
  };
}

/** Whitens a component and its grey rim. */
function erase(data: Uint8Array, image: GreyImage, { left, top, right, bottom }: Component): void {
  for (let y = Math.max(0, top - 1); y < Math.min(image.height, bottom + 1); y++) {
    data.fill(255, y * image.width + Math.max(0, left - 1), y * image.width + Math.min(image.width, right + 1));
  }
}
