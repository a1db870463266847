import { IDENTITY, type Matrix, multiply } from "./matrix.ts";
import { PdfName, PdfOperator, PdfReader, type PdfValue } from "./object-syntax.ts";

/** The one picture that a page shows. */
export interface OnlyPicture {
  readonly name: string;
  /** From the unit square to the page. */
  readonly matrix: Matrix;
  readonly hasHiddenText: boolean;
}

/** What a content stream saves and restores, as far as it matters here. */
interface State {
  readonly matrix: Matrix;
  readonly textMode: number;
}

/** Text render mode 3: neither filled nor stroked. */
const INVISIBLE = 3;

const SHOW_TEXT: ReadonlySet<string> = new Set(["Tj", "TJ", "'", '"']);

/** Operators that paint nothing: of text, and marks of content. */
const HARMLESS: ReadonlySet<string> = new Set([
  "BT",
  "ET",
  "Tc",
  "Tw",
  "Tz",
  "TL",
  "Tf",
  "Ts",
  "Td",
  "TD",
  "Tm",
  "T*",
  "BMC",
  "BDC",
  "EMC",
]);

/** The one picture that a content stream paints, and where; null where it paints anything else, text without ink aside. */
export function onlyPicture(content: string): OnlyPicture | null {
  const page = new ScanPage();
  const reader = new PdfReader(content);
  let operands: PdfValue[] = [];
  while (!reader.isAtEnd) {
    const value = reader.value();
    if (!(value instanceof PdfOperator)) {
      operands.push(value);
      continue;
    }
    if (!page.follow(value.word, operands)) return null;
    operands = [];
  }
  return page.picture;
}

/** Follows the operators of a page for as long as it may be one picture. */
class ScanPage {
  #state: State = { matrix: IDENTITY, textMode: 0 };
  readonly #saved: State[] = [];
  #painted: { readonly name: string; readonly matrix: Matrix } | null = null;
  #hasHiddenText = false;

  get picture(): OnlyPicture | null {
    return this.#painted === null ? null : { ...this.#painted, hasHiddenText: this.#hasHiddenText };
  }

  /** @returns false where the page is more than a picture */
  follow(operator: string, operands: readonly PdfValue[]): boolean {
    if (HARMLESS.has(operator)) return true;
    if (SHOW_TEXT.has(operator)) return this.#showText();
    if (operator === "Do") return this.#paint(operands[0]);
    if (operator === "q") this.#saved.push(this.#state);
    else if (operator === "Q") this.#state = this.#saved.pop() ?? this.#state;
    else if (operator === "Tr") this.#state = { ...this.#state, textMode: Number(operands[0]) };
    else if (operator === "cm") this.#transform(operands);
    else return false;
    return true;
  }

  #showText(): boolean {
    this.#hasHiddenText = true;
    return this.#state.textMode === INVISIBLE;
  }

  #paint(name: PdfValue | undefined): boolean {
    if (this.#painted !== null || !(name instanceof PdfName)) return false;
    this.#painted = { name: name.name, matrix: this.#state.matrix };
    return true;
  }

  #transform(operands: readonly PdfValue[]): void {
    this.#state = { ...this.#state, matrix: multiply(this.#state.matrix, matrixOf(operands)) };
  }
}

function matrixOf(operands: readonly PdfValue[]): Matrix {
  const isMatrix = operands.length === 6 && operands.every((operand) => typeof operand === "number");
  return isMatrix ? (operands as unknown as Matrix) : [0, 0, 0, 0, 0, 0];
}
