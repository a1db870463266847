import type { MemoRecord } from "../../model/record.ts";
import { confirmField, startEditing } from "./actions.ts";
import { Confidence } from "./confidence.tsx";
import { Editor } from "./editor.tsx";
import { fieldValue, isDoubtful, openFindings } from "./field-model.ts";
import * as state from "./state.ts";
import { dayOf, fullLabelOf, labelOf, messageOf, texts, valueText } from "./texts.ts";
import { CorrectionBar, TrackedText } from "./tracked.tsx";

/** One field: its value with corrections, what was found on it, and what can be done about it. */
export function FieldCard({ record, pointer }: { readonly record: MemoRecord; readonly pointer: string }) {
  const isEditing = state.editing.value === pointer;
  const isSelected = state.selected.value === pointer;
  const evidence = record.evidence[pointer];
  const findings = openFindings(record, pointer);
  return (
    <div
      class={`field ${isDoubtful(record, pointer) ? "doubtful" : ""} ${isSelected ? "selected" : ""}`}
      role="group"
      tabIndex={0}
      aria-label={fullLabelOf(pointer)}
      data-field={pointer}
      onFocusIn={() => select(pointer)}
      onDblClick={() => startEditing(pointer)}
    >
      <div class="label">
        <span>{labelOf(pointer)}</span>
        {evidence !== undefined && <Confidence value={evidence.confidence} />}
      </div>
      {isEditing ? <Editor record={record} pointer={pointer} /> : <Value record={record} pointer={pointer} />}
      {findings.map((finding) => (
        <p class="finding" key={finding.message}>
          {messageOf(finding)}
        </p>
      ))}
      <CorrectionBar record={record} pointer={pointer} />
      {isSelected && !isEditing && !state.isReadOnly() && <FieldActions record={record} pointer={pointer} />}
    </div>
  );
}

function select(pointer: string): void {
  if (state.selected.value === pointer) return;
  state.selected.value = pointer;
  const correction = state.view.value?.record.corrections[state.correction.value ?? -1];
  if (correction?.at !== pointer) state.correction.value = null;
}

function Value({ record, pointer }: { readonly record: MemoRecord; readonly pointer: string }) {
  const value = fieldValue(record, pointer);
  const raw = record.evidence[pointer]?.raw ?? "";
  if (value === null) return <p class="value none">{texts.empty}</p>;
  if (typeof value === "string" && /\/(?:date|nextReview)$/.test(pointer)) {
    return (
      <p class="value">
        {dayOf(value)} {raw !== "" && <span class="raw">{`${texts.wasRead}: ${raw}`}</span>}
      </p>
    );
  }
  if (typeof value === "string" && texts.values[value] === undefined)
    return <TrackedText record={record} pointer={pointer} text={value} />;
  return <p class="value">{valueText(value)}</p>;
}

function FieldActions({ record, pointer }: { readonly record: MemoRecord; readonly pointer: string }) {
  return (
    <div class="actions">
      <button type="button" onClick={() => void confirmField(record, pointer)}>
        {texts.confirm} <kbd>a</kbd>
      </button>
      <button type="button" onClick={() => startEditing(pointer)}>
        {texts.edit} <kbd>e</kbd>
      </button>
    </div>
  );
}
