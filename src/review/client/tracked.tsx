import type { JSX } from "preact";
import type { Doubt, MemoRecord } from "../../model/record.ts";
import { type Table, tablesOf } from "../../model/tables.ts";
import { decideCorrections, isOpenCorrection } from "./actions.ts";
import { type Correction, correctionsAt } from "./field-model.ts";
import * as state from "./state.ts";
import { doubtsAt } from "./stops.ts";
import { texts } from "./texts.ts";

interface TrackedProps {
  readonly record: MemoRecord;
  readonly pointer: string;
}

/** A text with its corrections as tracked changes, its doubtful words marked, and its tables as tables. */
export function TrackedText({ record, pointer, text }: TrackedProps & { readonly text: string }) {
  const stretch = (from: number, to: number) => (
    <Stretch key={from} record={record} pointer={pointer} text={text} from={from} to={to} />
  );
  const tables = tablesOf(text);
  if (tables.length === 0) return <p class="value">{stretch(0, text.length)}</p>;
  let done = 0;
  const parts = tables.flatMap((table) => {
    const before = stretch(done, table.start);
    done = table.end;
    return [before, <ReadTable key={`table ${table.start}`} table={table} cell={stretch} />];
  });
  return (
    <div class="value">
      {parts}
      {stretch(done, text.length)}
    </div>
  );
}

interface ReadTableProps {
  readonly table: Table;
  readonly cell: (from: number, to: number) => JSX.Element;
}

function ReadTable({ table: { rows }, cell }: ReadTableProps) {
  return (
    <table>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map(({ offset, text, column }) => (
              <td key={column}>{cell(offset, offset + text.length)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface StretchProps extends TrackedProps {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A part of a text. */
function Stretch({ record, pointer, text, from, to }: StretchProps) {
  const isWithin = (offset: number, length: number): boolean => offset >= from && offset + length <= to;
  const corrections = correctionsAt(record, pointer).filter((one) => isWithin(one.offset, one.to.length));
  const doubts = doubtsAt(record, pointer);
  let done = from;
  const parts = corrections.flatMap((correction) => {
    const before = (
      <Plain key={`before ${correction.offset}`} text={text} from={done} to={correction.offset} doubts={doubts} />
    );
    done = correction.offset + correction.to.length;
    const isDoubtful = doubts.some(({ offset, length }) => offset < done && offset + length > correction.offset);
    const change = <TrackedChange key={correction.offset} record={record} correction={correction} />;
    return [before, isDoubtful ? <mark key={`mark ${correction.offset}`}>{change}</mark> : change];
  });
  return (
    <>
      {parts}
      <Plain text={text} from={done} to={to} doubts={doubts} />
    </>
  );
}

interface PlainProps {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly doubts: readonly Doubt[];
}

/** Text as it was read, doubtful words marked. */
function Plain({ text, from, to, doubts }: PlainProps) {
  let done = from;
  const parts = doubts.flatMap(({ offset, length }) => {
    const [begin, end] = [Math.max(done, offset), Math.min(to, offset + length)];
    if (begin >= end) return [];
    const before = text.slice(done, begin);
    done = end;
    return [before, <mark key={begin}>{text.slice(begin, end)}</mark>];
  });
  return (
    <>
      {parts}
      {text.slice(done, to)}
    </>
  );
}

function TrackedChange({ record, correction }: { readonly record: MemoRecord; readonly correction: Correction }) {
  const index = record.corrections.indexOf(correction);
  const { rule, from, to } = correction;
  const isOpen = isOpenCorrection(correction);
  const content = (
    <>
      {isOpen && <span class="unseen">{texts.correction} </span>}
      <del>{shown(from)}</del>
      {isOpen && <span class="unseen"> {texts.becomes} </span>}
      <ins>{to}</ins>
    </>
  );
  const kind = `correction ${rule} ${isOpen ? "" : "settled"}`;
  if (!isOpen) return <span class={kind}>{content}</span>;
  return (
    <button
      type="button"
      class={kind}
      aria-pressed={state.correction.value === index}
      onFocus={() => (state.correction.value = index)}
      onClick={() => (state.correction.value = index)}
    >
      {content}
    </button>
  );
}

/** Line ends as they were read, to be seen. */
function shown(text: string): string {
  return text.replaceAll("\n", "⏎");
}

/** What can be done about the correction looked at. */
export function CorrectionBar({ record, pointer }: TrackedProps) {
  const correction = record.corrections[state.correction.value ?? -1];
  if (correction === undefined || correction.at !== pointer) return null;
  const { rule, from, to, confidence } = correction;
  const name = texts.rules[rule] ?? rule;
  const same = record.corrections.filter((one) => one.rule === rule && isOpenCorrection(one));
  const run = (act: "accept" | "reject", which: readonly Correction[]) => () =>
    void decideCorrections(record, act, which);
  return (
    <div class="correction-bar">
      <span>
        <b>{name}</b> <del>{shown(from) || "∅"}</del> → <ins>{to || "∅"}</ins>{" "}
        {texts.sureness(Math.round(confidence * 100))}
      </span>
      {!state.isReadOnly() && (
        <span class="actions">
          <button type="button" onClick={run("accept", [correction])}>
            {texts.accept} <kbd>a</kbd>
          </button>
          <button type="button" onClick={run("reject", [correction])}>
            {texts.reject} <kbd>r</kbd>
          </button>
          <button type="button" onClick={run("accept", same)}>
            {texts.acceptAll(name)} ({same.length}) <kbd>{texts.shift}+A</kbd>
          </button>
          <button type="button" onClick={run("reject", same)}>
            {texts.rejectAll(name)} <kbd>{texts.shift}+R</kbd>
          </button>
        </span>
      )}
    </div>
  );
}
