import { applyStale, canUndo, finish, startEditing, undo } from "./actions.ts";
import { listAddress } from "./address.ts";
import { shownFields } from "./field-model.ts";
import { Findings } from "./findings.tsx";
import { History } from "./history.tsx";
import { Items } from "./items.tsx";
import { ListSection, Plain } from "./list-section.tsx";
import { Masthead } from "./masthead.tsx";
import { PagePane } from "./page-pane.tsx";
import { QUERY, QueryForm } from "./query.tsx";
import { openNeighbour } from "./routes.ts";
import * as state from "./state.ts";
import { stopsOf } from "./stops.ts";
import { Strip } from "./strip.tsx";
import { labelIn, texts } from "./texts.ts";

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
      <a href={listAddress(state.query.value)}>
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
          <button type="button" onClick={() => void undo()} disabled={!canUndo()}>
            {texts.undo} <kbd>u</kbd>
          </button>
          <button type="button" onClick={() => startEditing(QUERY)}>
            {texts.query} <kbd>q</kbd>
          </button>
          <span class="spring" />
          <span class="saved quiet" role="status">
            {state.savedAt.value === null ? "" : texts.savedAt(state.savedAt.value)}
          </span>
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
        <Badge /> {record.memo.subject ?? texts.noSubject}
      </h1>
      <StaleNote />
      {state.editing.value === QUERY && <QueryForm />}
      <Strip view={view} />
      <Findings record={record} />
      <Plain title={texts.head} pointers={fields.filter((pointer) => HEAD.test(pointer))} />
      <ListSection name="references" keys={["paper", "meeting"]} />
      <Plain title={texts.subject} pointers={fields.filter((pointer) => OPENING.test(pointer))} />
      <Items record={record} />
      <Plain title={texts.tail} pointers={fields.filter((pointer) => CLOSE.test(pointer))} />
      <ListSection name="signatures" keys={["name", "role", "capacity"]} />
      <ListSection name="attachments" keys={[]} />
      <History events={view.events} memo={record.memo} />
    </section>
  );
}

/** One scale: open while anything asks for a look. */
function Badge() {
  const view = state.view.value;
  if (view === null) return null;
  const isOpen = view.record.status === "needs-review" || stopsOf(view.record).length > 0;
  const isAsked = view.record.diagnostics.some(({ code, severity }) => code === "review-query" && severity !== "info");
  const name = isAsked ? "asked" : isOpen ? "open" : view.events.length > 0 ? "done" : "ok";
  return <span class={`badge ${name}`}>{texts[name]}</span>;
}

/** Told to the window that came second: what stands now, and what could not be written. */
function StaleNote() {
  const stale = state.stale.value;
  if (stale === null) return null;
  const { change, who } = stale;
  const memo = state.view.value?.record.memo;
  return (
    <div class="stale" role="alert">
      <p>{texts.changedElsewhere(who)}</p>
      {change.act === "set" && (
        <p>
          {memo === undefined ? "" : labelIn(memo, change.field)} · {texts.yourValue}{" "}
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
