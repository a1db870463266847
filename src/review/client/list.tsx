import { useLayoutEffect } from "preact/hooks";
import { LIST_STATES, type ListState, type RecordRow, SORTS, type Sort } from "../protocol.ts";
import { listAddress, ROWS } from "./address.ts";
import { marked, toggleMark } from "./many.ts";
import { ManyBar } from "./many-bar.tsx";
import { Masthead } from "./masthead.tsx";
import { goTo, loadList } from "./routes.ts";
import type { ListQuery } from "./source.ts";
import * as state from "./state.ts";
import { dayOf, texts } from "./texts.ts";

const STATES: readonly (ListState | null)[] = [null, ...LIST_STATES];

/** The address says what is looked for, so that a page reloaded or passed on shows the same. */
function ask(change: Partial<ListQuery>): void {
  state.query.value = { ...state.query.value, limit: ROWS, ...change };
  history.replaceState(null, "", listAddress(state.query.value));
  void loadList();
}

/** All records, what needs eyes first. */
export function ListPage() {
  const list = state.list.value;
  return (
    <div class="list-page">
      <Masthead />
      <main>
        <h1 class="unseen">{texts.title}</h1>
        <Filters />
        <ManyBar />
        {list === null ? <p class="quiet">{texts.loading}</p> : <Rows rows={list.rows} total={list.total} />}
        {list !== null && list.rows.length < list.total && (
          <button
            type="button"
            class="more"
            onClick={() => ask({ limit: Math.min(500, state.query.value.limit + ROWS) })}
          >
            {texts.more}
          </button>
        )}
      </main>
    </div>
  );
}

function Filters() {
  const { text, year, sort, state: wanted } = state.query.value;
  const list = state.list.value;
  return (
    <search class="filters">
      <input
        type="search"
        aria-label={texts.search}
        placeholder={texts.searchHint}
        value={text}
        onInput={(event) => ask({ text: event.currentTarget.value })}
        onKeyDown={(event) => event.key === "Enter" && openFirst(event)}
      />
      <fieldset class="chips">
        <legend class="unseen">{texts.state}</legend>
        {STATES.map((one) => (
          <button type="button" key={one} aria-pressed={one === wanted} onClick={() => ask({ state: one })}>
            {texts[one ?? "all"]} <span class="count">{list?.counts[one ?? "all"] ?? ""}</span>
          </button>
        ))}
      </fieldset>
      <select
        aria-label={texts.year}
        value={year ?? ""}
        onChange={(event) => ask({ year: event.currentTarget.value || null })}
      >
        <option value="">{texts.allYears}</option>
        {list?.years.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
      <select
        aria-label={texts.sort}
        value={sort}
        onChange={(event) => ask({ sort: SORTS.find((one) => one === event.currentTarget.value) ?? sort })}
      >
        {SORTS.map((one: Sort) => (
          <option key={one} value={one}>
            {texts.sorts[one]}
          </option>
        ))}
      </select>
    </search>
  );
}

/** The first record found; the list as it is asked for now, not as it came before the last letter was typed. */
async function openFirst(event: KeyboardEvent): Promise<void> {
  event.preventDefault();
  await loadList();
  const [first] = state.list.value?.rows ?? [];
  if (first !== undefined) goTo(`#/r/${first.key}`);
}

function Rows({ rows, total }: { readonly rows: readonly RecordRow[]; readonly total: number }) {
  useLayoutEffect(focusLeft, []);
  if (rows.length === 0) return <p class="quiet">{texts.none}</p>;
  return (
    <table class="records" onKeyDown={moveFocus}>
      <caption>{texts.found(total)}</caption>
      <thead>
        <tr>
          {!state.isReadOnly() && (
            <th scope="col">
              <span class="unseen">{texts.mark}</span>
            </th>
          )}
          <th scope="col">{texts.state}</th>
          <th scope="col">{texts.date}</th>
          <th scope="col">{texts.paper}</th>
          <th scope="col">{texts.subject}</th>
          <th scope="col">{texts.file}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: RecordRow }) {
  const badge = row.hasConflict ? "conflict" : row.isAsked ? "asked" : row.state;
  return (
    <tr onClick={() => goTo(`#/r/${row.key}`)}>
      {!state.isReadOnly() && (
        <td class="marks" onClick={(event) => event.stopPropagation()}>
          <input
            type="checkbox"
            aria-label={`${texts.mark}: ${row.subject ?? row.file}`}
            checked={marked.value.has(row.key)}
            onChange={() => toggleMark(row.key)}
          />
        </td>
      )}
      <td>
        <span class={`badge ${badge}`}>{texts[badge]}</span>
      </td>
      <td class="date">{row.date === null ? <em>{texts.noDate}</em> : dayOf(row.date)}</td>
      <td class="paper">{row.papers.join(", ") || row.kind}</td>
      <td>
        <a href={`#/r/${row.key}`}>{row.subject ?? texts.noSubject}</a>
        <div class="under">
          {row.office}
          {row.findings > 0 && <span class="points"> · {row.reasons.map(reasonText).join(" ")}</span>}
        </div>
      </td>
      <td class="file">
        {row.folder !== null && <span class="quiet">{row.folder}/</span>}
        {row.file}
        {row.memo !== null && <span class="quiet"> {texts.memoOf(row.memo)}</span>}
      </td>
    </tr>
  );
}

function reasonText(code: string): string {
  return texts.codes[code] ?? code;
}

/** Who comes back from a record finds the row again. */
function focusLeft(): void {
  const key = state.view.value?.key;
  if (key === undefined) return;
  document.querySelector<HTMLElement>(`.records a[href="#/r/${CSS.escape(key)}"]`)?.focus();
}

/** Arrow keys, j and k go from record to record; x marks one. */
function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  const links = [...event.currentTarget.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const key = links[at]?.hash.slice("#/r/".length);
  if (event.key === "x" && key !== undefined && !state.isReadOnly()) toggleMark(key);
  if (step === undefined) return;
  links[at + step]?.focus();
  event.preventDefault();
}
