import type { GreyImage } from "../../model/grey-image.ts";
import type { Component } from "../components.ts";
import { type Bitmap, bitmapOf } from "./bitmap.ts";

/** A rubber stamp with a frame, set down askew. */
export interface Stamp {
  readonly frame: Bitmap;
  /** Whether a point lies within the frame. */
  holds(x: number, y: number): boolean;
  /** Whether it lies on one of its edges. */
  isOnEdge(x: number, y: number): boolean;
}

type Point = readonly [x: number, y: number];

/** Such a stamp, in letter heights: it holds two lines of text at least. */
const STAMP = { width: { from: 8, to: 60 }, height: { from: 5, to: 40 } };

/** A frame is all edge. */
const MOST_INK = 0.12;

/** Upright boxes belong to forms and tables. A stamp is never straight, in degrees. */
const LEAST_TILT = 2;
const LARGEST_TILT = 30;

/** The share of an edge's points that have ink, and of the edges that must have it. */
const INKED = 0.85;
const INKED_EDGES = 3;

/** Of the frame's lines, in pixels. */
export const FRAME_WIDTH = 7;

/** How far from a straight edge its ink may lie, in pixels. */
const EDGE_TOLERANCE = 4;

/** Framed stamps that stand askew, as offices set them on incoming mail. */
export function findStamps(image: GreyImage, components: readonly Component[], letterHeight: number): Stamp[] {
  return components
    .filter((component) => isStampSized(component, letterHeight))
    .map((component) => bitmapOf(image, component))
    .flatMap((frame) => {
      const corners = cornersOf(frame);
      return isAskew(corners) && hasEdges(frame, corners) ? [stampOf(frame, corners)] : [];
    });
}

function isStampSized({ left, top, right, bottom, area }: Component, letterHeight: number): boolean {
  const width = (right - left) / letterHeight;
  const height = (bottom - top) / letterHeight;
  const fits =
    isBetween(width, STAMP.width.from, STAMP.width.to) && isBetween(height, STAMP.height.from, STAMP.height.to);
  return fits && area <= MOST_INK * (right - left) * (bottom - top);
}

/** The corners of a frame turned by less than 45 degrees, clockwise from the top left. */
function cornersOf(frame: Bitmap): Point[] {
  const farthest = (weight: (x: number, y: number) => number): Point => {
    let best: Point = [frame.frame.left, frame.frame.top];
    let bestWeight = Number.NEGATIVE_INFINITY;
    frame.forEach((x, y) => {
      if (weight(x, y) <= bestWeight) return;
      best = [x, y];
      bestWeight = weight(x, y);
    });
    return best;
  };
  return [farthest((x, y) => -x - y), farthest((x, y) => x - y), farthest((x, y) => x + y), farthest((x, y) => y - x)];
}

/** The lower edge tells: the upper one may be cut off by the page's edge. */
function isAskew([, , lowerRight, lowerLeft]: readonly Point[]): boolean {
  if (lowerRight === undefined || lowerLeft === undefined) return false;
  const rise = Math.atan2(lowerRight[1] - lowerLeft[1], lowerRight[0] - lowerLeft[0]);
  const tilt = Math.abs((rise * 180) / Math.PI);
  return tilt >= LEAST_TILT && tilt <= LARGEST_TILT;
}

function hasEdges(frame: Bitmap, corners: readonly Point[]): boolean {
  const inked = corners.filter((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    return inkedShare(frame, corner, next) >= INKED;
  });
  return inked.length >= INKED_EDGES;
}

function inkedShare(frame: Bitmap, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const steps = Math.max(1, Math.ceil(Math.hypot(toX - fromX, toY - fromY)));
  let inked = 0;
  for (let step = 0; step <= steps; step++) {
    const x = fromX + ((toX - fromX) * step) / steps;
    const y = fromY + ((toY - fromY) * step) / steps;
    if (hasInkAbout(frame, Math.round(x), Math.round(y))) inked++;
  }
  return inked / (steps + 1);
}

function hasInkAbout(frame: Bitmap, x: number, y: number): boolean {
  for (let aside = -EDGE_TOLERANCE; aside <= EDGE_TOLERANCE; aside++) {
    if (frame.has(x + aside, y) || frame.has(x, y + aside)) return true;
  }
  return false;
}

function stampOf(frame: Bitmap, corners: readonly Point[]): Stamp {
  const edges = corners.map((from, index) => edgeOf(frame, from, corners[(index + 1) % corners.length] ?? from));
  return {
    frame,
    // All edges, gone round clockwise, have the point on their right.
    holds: (x, y) => edges.every(({ from, to }) => sideOf(from, to, x, y) >= 0),
    isOnEdge: (x, y) =>
      edges.some(({ from, to, inset }) => Math.abs(sideOf(from, to, x, y) - inset) <= FRAME_WIDTH / 2),
  };
}

/** An edge, and how far within the line through its corners the middle of its ink lies. */
function edgeOf(frame: Bitmap, from: Point, to: Point): { from: Point; to: Point; inset: number } {
  const insets: number[] = [];
  frame.forEach((x, y) => {
    const side = sideOf(from, to, x, y);
    if (Math.abs(side) <= 2 * EDGE_TOLERANCE) insets.push(side);
  });
  insets.sort((a, b) => a - b);
  return { from, to, inset: insets[insets.length >> 1] ?? 0 };
}

function isBetween(value: number, from: number, to: number): boolean {
  return value >= from && value <= to;
}

/** The distance of a point from the line through two others, positive on its right; 0 for no line. */
function sideOf([fromX, fromY]: Point, [toX, toY]: Point, x: number, y: number): number {
  const [stepX, stepY] = [toX - fromX, toY - fromY];
  return (stepX * (y - fromY) - stepY * (x - fromX)) / (Math.hypot(stepX, stepY) || 1);
}
