import { useState } from "preact/hooks";
import type { MemoRecord } from "../../model/record.ts";
import { decide, focusField, settleFinding } from "./actions.ts";
import { type Finding, fieldKindOf, fieldValue, quotedText, shownFields } from "./field-model.ts";
import * as state from "./state.ts";
import { fullLabelOf, messageOf, texts } from "./texts.ts";

/** What was found on the record as a whole: text without a place first. */
export function Findings({ record }: { readonly record: MemoRecord }) {
  const open = record.diagnostics.filter(({ at, severity }) => severity !== "info" && at === undefined);
  if (open.length === 0) return null;
  return (
    <section class="findings" aria-label={texts.findings}>
      <h2>{texts.findings}</h2>
      {open.map((finding) => (
        <OneFinding key={finding.message} record={record} finding={finding} />
      ))}
    </section>
  );
}

interface FindingProps {
  readonly record: MemoRecord;
  readonly finding: Finding;
}

function OneFinding({ record, finding }: FindingProps) {
  const isText = finding.code === "unplaced-text";
  return (
    <div class="finding-card">
      <p>
        {finding.page !== undefined && (
          <button type="button" class="small" onClick={() => (state.page.value = finding.page ?? 1)}>
            {`${texts.page} ${finding.page}`}
          </button>
        )}{" "}
        {messageOf(finding)}
      </p>
      {isText && <blockquote>{quotedText(finding)}</blockquote>}
      {!state.isReadOnly() && (
        <div class="actions">
          {isText && <Placing record={record} finding={finding} />}
          <button type="button" onClick={() => void settleFinding(finding)}>
            {isText ? texts.dismiss : texts.settle}
          </button>
        </div>
      )}
    </div>
  );
}

/** Puts a line where it belongs. */
function Placing({ record, finding }: FindingProps) {
  const fields = shownFields(record.memo).filter((pointer) => /^(?:line|prose)$/.test(fieldKindOf(pointer)));
  const [field, setField] = useState(fields.findLast((pointer) => pointer.endsWith("/response")) ?? fields[0] ?? "");
  const [isAtStart, setAtStart] = useState(false);
  return (
    <>
      <label>
        {texts.placeIn}{" "}
        <select value={field} onChange={(event) => setField(event.currentTarget.value)}>
          {fields.map((pointer) => (
            <option key={pointer} value={pointer}>
              {optionLabel(record, pointer)}
            </option>
          ))}
        </select>
      </label>
      <select
        aria-label={texts.placeIn}
        value={String(isAtStart)}
        onChange={(event) => setAtStart(event.currentTarget.value === "true")}
      >
        <option value="false">{texts.atEnd}</option>
        <option value="true">{texts.atStart}</option>
      </select>
      <button type="button" class="primary" onClick={() => void place(record, finding, field, isAtStart)}>
        {texts.place}
      </button>
    </>
  );
}

function optionLabel(record: MemoRecord, pointer: string): string {
  const text = String(fieldValue(record, pointer) ?? texts.empty);
  return `${fullLabelOf(pointer)}: ${text.slice(0, 30)}`;
}

async function place(record: MemoRecord, finding: Finding, field: string, isAtStart: boolean): Promise<void> {
  const { code, message, page } = finding;
  const old = fieldValue(record, field);
  const parts = old === null ? [quotedText(finding)] : [String(old), quotedText(finding)];
  const text = (isAtStart ? parts.reverse() : parts).join(" ");
  const about = { code, message, ...(page === undefined ? {} : { page }) };
  if (await decide({ act: "place", field, old, new: text, finding: about })) focusField(field);
}
