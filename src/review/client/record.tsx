import { applyStale, finish, openNeighbour, undo } from "./actions.ts";
import { shownFields } from "./field-model.ts";
import { Findings } from "./findings.tsx";
import { History } from "./history.tsx";
import { Items } from "./items.tsx";
import { ListSection, Plain } from "./list-section.tsx";
import { Masthead } from "./masthead.tsx";
import { PagePane } from "./page-pane.tsx";
import * as state from "./state.ts";
import { fullLabelOf, texts } from "./texts.ts";

/** One record: the page beside its fields. */
export function RecordPage({ recordKey }: { readonly recordKey: string }) {
  const view = state.view.value;
  if (view?.key !== recordKey) {
    return (
      <div>
        <Masthead />
        <main>
          <p class="quiet">{texts.loading}</p>
        </main>
      </div>
    );
  }
  return (
    <div class={`record-page ${view.picture}`}>
      <Masthead>
        <RecordBar />
      </Masthead>
      <main>
        <PagePane view={view} />
        <Form />
      </main>
    </div>
  );
}

function RecordBar() {
  const view = state.view.value;
  const rows = state.list.value?.rows ?? [];
  const at = rows.findIndex(({ key }) => key === view?.key);
  return (
    <nav class="record-bar" aria-label={texts.list}>
      <a href="#/">
        {texts.list} <kbd>l</kbd>
      </a>
      <button type="button" onClick={() => openNeighbour(-1)} disabled={at <= 0}>
        {texts.previous} <kbd>k</kbd>
      </button>
      <button type="button" onClick={() => openNeighbour(1)} disabled={at === -1 || at >= rows.length - 1}>
        {texts.next} <kbd>j</kbd>
      </button>
      {at !== -1 && <span class="quiet">{texts.position(at + 1, state.list.value?.total ?? rows.length)}</span>}
      {!state.isReadOnly() && view !== null && (
        <>
          <button type="button" onClick={() => void undo()} disabled={view.events.length === 0}>
            {texts.undo} <kbd>u</kbd>
          </button>
          <span class="spring" />
          <button type="button" class="primary" onClick={() => void finish(view.record)}>
            {texts.finish} <kbd>f</kbd>
          </button>
        </>
      )}
    </nav>
  );
}

const HEAD = /^\/memo\/(?:kind|confidential|authority|office|recipient|fileReference|date)$/;
const OPENING = /^\/memo\/(?:subject|salutation|introduction|reportStatus)$/;
const CLOSE = /^\/memo\/(?:nextReview|closing)$/;

function Form() {
  const view = state.view.value;
  if (view === null) return null;
  const { record } = view;
  const fields = shownFields(record.memo);
  return (
    <section class="form" aria-label={record.memo.subject ?? texts.noSubject}>
      <h1>
        <span class={`badge ${record.status === "ok" ? "ok" : "open"}`}>
          {record.status === "ok" ? texts.ok : texts.open}
        </span>{" "}
        {record.memo.subject ?? texts.noSubject}
      </h1>
      <StaleNote />
      <Findings record={record} />
      <Plain title={texts.head} pointers={fields.filter((pointer) => HEAD.test(pointer))} />
      <ListSection name="references" keys={["paper", "meeting"]} />
      <Plain title={texts.subject} pointers={fields.filter((pointer) => OPENING.test(pointer))} />
      <Items record={record} />
      <Plain title={texts.tail} pointers={fields.filter((pointer) => CLOSE.test(pointer))} />
      <ListSection name="signatures" keys={["name", "role", "capacity"]} />
      <ListSection name="attachments" keys={[]} />
      <History events={view.events} />
    </section>
  );
}

/** Told to the window that came second: what stands now, and what could not be written. */
function StaleNote() {
  const stale = state.stale.value;
  if (stale === null) return null;
  const { change, who } = stale;
  return (
    <div class="stale" role="alert">
      <p>{texts.changedElsewhere(who)}</p>
      {change.act === "set" && (
        <p>
          {fullLabelOf(change.field)} · {texts.yourValue}{" "}
          <q>{typeof change.new === "string" ? change.new : JSON.stringify(change.new)}</q>{" "}
          <button type="button" onClick={applyStale}>
            {texts.applyAnyway}
          </button>
        </p>
      )}
      <button type="button" onClick={() => (state.stale.value = null)}>
        {texts.discard}
      </button>
    </div>
  );
}
