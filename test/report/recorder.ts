import type { ReportStream } from "../../src/report/run-event.ts";

/** A stream that keeps what is written to it. */
export function recorder(terminal: { readonly isTTY?: boolean; readonly columns?: number } = {}): ReportStream & {
  text(): string;
} {
  const written: string[] = [];
  return {
    ...terminal,
    write: (text) => written.push(text),
    text: () => written.join(""),
  };
}
