import type { Reliability } from "../../evaluate/confidence.ts";
import { type Html, html } from "./html.ts";

interface Bar {
  readonly name: string;
  /** null where nothing was scored. */
  readonly value: number | null;
}

const ROW = 26;
const LABELS = 150;
const BARS = 260;
const FIGURES = 70;

/** Horizontal bars from zero, each with its figure. */
export function barChart(title: string, bars: readonly Bar[]): Html {
  const most = Math.max(...bars.map(({ value }) => value ?? 0), Number.MIN_VALUE);
  const rows = bars.map(({ name, value }, index) => {
    const middle = index * ROW + ROW / 2;
    const length = Math.round(((value ?? 0) / most) * BARS);
    return html`<text x="${LABELS - 8}" y="${middle}" class="label">${shortened(name)}<title>${name}</title></text>
<rect x="${LABELS}" y="${middle - 8}" width="${length}" height="16"/>
<text x="${LABELS + length + 6}" y="${middle}">${value === null ? "–" : value.toFixed(2)}</text>
`;
  });
  const [width, height] = [LABELS + BARS + FIGURES, bars.length * ROW];
  return html`<figure><figcaption>${title}</figcaption>
<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}">
${rows}</svg></figure>`;
}

const SIDE = 260;
const MARGIN = 44;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Confidence across, the share of right values up; on the diagonal both are the same. */
export function reliabilityChart({ bins, error }: Reliability): Html {
  const x = (value: number): number => MARGIN + Math.round(value * SIDE);
  const y = (value: number): number => SIDE + 10 - Math.round(value * SIDE);
  const points = bins.map((bin) => ({ ...bin, x: x(bin.confidence), y: y(bin.right / bin.count) }));
  const most = Math.max(...bins.map(({ count }) => count), 1);
  const dots = points.map(
    (point) => html`<circle cx="${point.x}" cy="${point.y}" r="${3 + Math.round(7 * Math.sqrt(point.count / most))}">
<title>${point.right} of ${point.count} right, at a confidence of ${point.confidence}</title></circle>
`,
  );
  const ticks = TICKS.map(
    (tick) => html`<text x="${x(tick)}" y="${SIDE + 28}" class="middle">${tick}</text>
<text x="${MARGIN - 6}" y="${y(tick)}" class="label">${tick}</text>
`,
  );
  const side = SIDE + MARGIN + 20;
  const title = error === null ? "Reliability: no confidence is known" : `Reliability: calibration error ${error} %`;
  return html`<figure><figcaption>${title}</figcaption>
<svg viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" role="img" aria-label="${title}">
<rect x="${x(0)}" y="${y(1)}" width="${SIDE}" height="${SIDE}" class="frame"/>
<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" class="ideal"/>
${ticks}<text x="${x(0.5)}" y="${SIDE + 46}" class="middle">confidence</text>
<polyline points="${points.map((point) => `${point.x},${point.y}`).join(" ")}"/>
${dots}</svg></figure>`;
}

const LONGEST_LABEL = 20;

function shortened(name: string): string {
  const characters = [...name];
  return characters.length <= LONGEST_LABEL ? name : `${characters.slice(0, LONGEST_LABEL - 1).join("")}…`;
}
