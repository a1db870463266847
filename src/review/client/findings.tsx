import type { MemoRecord } from "../../model/record.ts";
import { settleFinding } from "./actions.ts";
import { type Finding, quotedText } from "./field-model.ts";
import * as state from "./state.ts";
import { findingId, findingsApart, itemOf } from "./stops.ts";
import { messageOf, texts } from "./texts.ts";

/** What was found on the record as a whole: text without a place first. */
export function Findings({ record }: { readonly record: MemoRecord }) {
  const open = findingsApart(record).filter(({ at }) => itemOf(at) === null);
  if (open.length === 0) return null;
  return (
    <section class="findings" aria-label={texts.findings}>
      <h2>{texts.findings}</h2>
      {open.map((finding) => (
        <FindingCard key={findingId(finding)} finding={finding} />
      ))}
    </section>
  );
}

/** What was found on an item as a whole. */
export function ItemFindings({ record, pointer }: { readonly record: MemoRecord; readonly pointer: string }) {
  const open = findingsApart(record).filter(({ at }) => itemOf(at) === pointer);
  if (open.length === 0) return null;
  return (
    <div class="findings">
      {open.map((finding) => (
        <FindingCard key={findingId(finding)} finding={finding} />
      ))}
    </div>
  );
}

function FindingCard({ finding }: { readonly finding: Finding }) {
  const isText = finding.code === "unplaced-text";
  const id = findingId(finding);
  const showPlace = (): void => {
    state.stop.value = id;
    state.seen.value = new Set([...state.seen.value, id]);
    state.page.value = finding.regions?.[0]?.page ?? finding.page ?? state.page.value;
  };
  return (
    <div
      class={`finding-card ${state.stop.value === id ? "chosen" : ""}`}
      role="group"
      tabIndex={0}
      data-finding={id}
      aria-label={messageOf(finding)}
      onFocusIn={showPlace}
    >
      <p>
        {finding.page !== undefined && (
          <button type="button" class="small" onClick={showPlace}>
            {`${texts.page} ${finding.page}`}
          </button>
        )}{" "}
        {messageOf(finding)}
      </p>
      {(isText || finding.code === "review-query") && <blockquote>{quotedText(finding)}</blockquote>}
      {!state.isReadOnly() && <FindingActions finding={finding} isText={isText} />}
    </div>
  );
}

function FindingActions({ finding, isText }: { readonly finding: Finding; readonly isText: boolean }) {
  const isPlacing = state.placing.value === finding;
  const togglePlacing = (): void => {
    state.placing.value = isPlacing ? null : finding;
  };
  return (
    <div class="actions">
      {isText && (
        <button type="button" class="primary" aria-pressed={isPlacing} onClick={togglePlacing}>
          {isPlacing ? texts.cancel : texts.place} <kbd>v</kbd>
        </button>
      )}
      <button type="button" onClick={() => void settleFinding(finding)}>
        {isText ? texts.dismiss : texts.settle} <kbd>a</kbd>
      </button>
      {isPlacing && <span role="status">{texts.pointAtPlace}</span>}
    </div>
  );
}
