import { InkPainter } from "./ink-painter.ts";
import type { PageContext } from "./page-context.ts";
import { PaintScope } from "./paint-scope.ts";
import type { PaintedPage } from "./painted.ts";
import type { OperatorList } from "./pdf-js.ts";
import { TextPainter } from "./text-painter.ts";

/** Follows a page's operators, and gives what they paint, in painting order. */
export function paintedPage({ fnArray, argsArray }: OperatorList, context: PageContext): PaintedPage {
  const scope = new PaintScope(context);
  const text = new TextPainter(scope);
  const ink = new InkPainter(scope, text.glyphs);
  const operations = new Map([...scope.operations(), ...ink.operations(), ...text.operations()]);
  fnArray.forEach((code, index) => {
    const args = argsArray[index];
    operations.get(code)?.(Array.isArray(args) ? args : []);
  });
  const { glyphs, leftOut } = text;
  const { pictures, areas, rules, uprights } = ink;
  return { glyphs, pictures, areas, rules, uprights, leftOut };
}
