import type { MemoRecord } from "../../model/record.ts";
import { confirmField, startEditing } from "./actions.ts";
import { Confidence } from "./confidence.tsx";
import { draftOf } from "./drafts.ts";
import { Editor } from "./editor.tsx";
import { fieldKindOf, fieldValue, isDoubtful, openFindings } from "./field-model.ts";
import { PlacingText } from "./placing.tsx";
import * as state from "./state.ts";
import { dayOf, labelIn, labelOf, messageOf, shownValue, texts, valueText } from "./texts.ts";
import { CorrectionBar, TrackedText } from "./tracked.tsx";
import { currentStop, isInStrip } from "./walk.ts";
import { learn } from "./word-list.ts";

interface FieldProps {
  readonly record: MemoRecord;
  readonly pointer: string;
}

/** One field: its value with corrections, what was found on it, and what can be done about it. */
export function FieldCard({ record, pointer }: FieldProps) {
  const isEditing = state.editing.value === pointer;
  const isSelected = state.selected.value === pointer;
  const stop = currentStop();
  const mayAct = isSelected && !isEditing && !state.isReadOnly() && (stop === null || !isInStrip(stop));
  const evidence = record.evidence[pointer];
  const findings = openFindings(record, pointer);
  const classes = [
    "field",
    isDoubtful(record, pointer) ? "doubtful" : "",
    isSelected ? "selected" : "",
    state.hovered.value === pointer ? "hovered" : "",
  ];
  return (
    <div
      class={classes.join(" ")}
      role="group"
      tabIndex={0}
      aria-label={labelIn(record.memo, pointer)}
      data-field={pointer}
      onFocusIn={() => select(pointer)}
      onPointerEnter={() => (state.hovered.value = pointer)}
      onPointerLeave={() => (state.hovered.value = null)}
      onDblClick={() => startEditing(pointer)}
    >
      <div class="label">
        <span>{labelOf(pointer)}</span>
        {evidence !== undefined && <Confidence value={evidence.confidence} />}
      </div>
      {isEditing ? <Editor record={record} pointer={pointer} /> : <Value record={record} pointer={pointer} />}
      {!isEditing && <DraftNote record={record} pointer={pointer} />}
      {findings.map((finding) => (
        <p class="finding" key={finding.message}>
          {messageOf(finding)}
        </p>
      ))}
      <CorrectionBar record={record} pointer={pointer} />
      {mayAct && <FieldActions record={record} pointer={pointer} />}
    </div>
  );
}

function select(pointer: string): void {
  if (state.selected.value === pointer) return;
  state.selected.value = pointer;
  state.seen.value = new Set([...state.seen.value, `field ${pointer}`]);
  const correction = state.view.value?.record.corrections[state.correction.value ?? -1];
  if (correction?.at !== pointer) state.correction.value = null;
}

function Value({ record, pointer }: FieldProps) {
  const value = fieldValue(record, pointer);
  const raw = record.evidence[pointer]?.raw ?? "";
  if (state.placing.value !== null && /^(?:line|prose)$/.test(fieldKindOf(pointer))) {
    return <PlacingText record={record} pointer={pointer} text={String(value ?? "")} />;
  }
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

/** What was typed here and not saved. */
function DraftNote({ record, pointer }: FieldProps) {
  if (state.isReadOnly()) return null;
  const draft = draftOf(pointer, shownValue(pointer, String(fieldValue(record, pointer) ?? "")));
  if (draft === null) return null;
  return (
    <p class="draft">
      {texts.draft} <q>{draft.text.length > 80 ? `${draft.text.slice(0, 80)}…` : draft.text}</q>{" "}
      <button type="button" class="small" onClick={() => startEditing(pointer)}>
        {texts.goOnTyping}
      </button>
    </p>
  );
}

/** The key stands on the one button that it presses: on a correction looked at before on its field. */
function FieldActions({ record, pointer }: FieldProps) {
  const hasKey = record.corrections[state.correction.value ?? -1]?.at !== pointer;
  const isName = pointer.endsWith("/name") && fieldValue(record, pointer) !== null;
  return (
    <div class="actions field-actions">
      <button type="button" onClick={() => void confirmField(record, pointer)}>
        {texts.confirm} {hasKey && <kbd>a</kbd>}
      </button>
      <button type="button" onClick={() => startEditing(pointer)}>
        {texts.edit} <kbd>e</kbd>
      </button>
      {isName && (
        <button type="button" onClick={() => void learn(String(fieldValue(record, pointer)))}>
          {texts.teach} <kbd>w</kbd>
        </button>
      )}
    </div>
  );
}
