import type { RecordRow, RecordState } from "../protocol.ts";
import { goTo, loadList } from "./actions.ts";
import { Confidence } from "./confidence.tsx";
import { Masthead } from "./masthead.tsx";
import type { ListQuery } from "./source.ts";
import * as state from "./state.ts";
import { dayOf, texts } from "./texts.ts";

const STATES: readonly (RecordState | "conflict" | null)[] = [null, "open", "conflict", "ok", "done"];

function ask(change: Partial<ListQuery>): void {
  state.query.value = { ...state.query.value, limit: state.ROWS, ...change };
  void loadList();
}

/** All records, what needs eyes first. */
export function ListPage() {
  const list = state.list.value;
  return (
    <div class="list-page">
      <Masthead />
      <main>
        <Filters />
        {list === null ? <p class="quiet">{texts.loading}</p> : <Rows rows={list.rows} total={list.total} />}
        {list !== null && list.rows.length < list.total && (
          <button
            type="button"
            class="more"
            onClick={() => ask({ limit: Math.min(500, state.query.value.limit + state.ROWS) })}
          >
            {texts.more}
          </button>
        )}
      </main>
    </div>
  );
}

function Filters() {
  const { text, year, state: wanted } = state.query.value;
  const list = state.list.value;
  return (
    <search class="filters">
      <input
        type="search"
        aria-label={texts.search}
        placeholder={texts.searchHint}
        value={text}
        onInput={(event) => ask({ text: event.currentTarget.value })}
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
    </search>
  );
}

function Rows({ rows, total }: { readonly rows: readonly RecordRow[]; readonly total: number }) {
  if (rows.length === 0) return <p class="quiet">{texts.none}</p>;
  return (
    <table class="records" onKeyDown={moveFocus}>
      <caption>{texts.found(total)}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.state}</th>
          <th scope="col">{texts.date}</th>
          <th scope="col">{texts.paper}</th>
          <th scope="col">{texts.subject}</th>
          <th scope="col">{texts.confidence}</th>
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
  const badge = row.hasConflict ? "conflict" : row.state;
  return (
    <tr onClick={() => goTo(`#/r/${row.key}`)}>
      <td>
        <span class={`badge ${badge}`}>{texts[badge]}</span>
      </td>
      <td class="date">{row.date === null ? <em>{texts.noDate}</em> : dayOf(row.date)}</td>
      <td class="paper">{row.papers.join(", ") || row.kind}</td>
      <td>
        <a href={`#/r/${row.key}`}>{row.subject ?? texts.noSubject}</a>
        <div class="under">
          {row.office}
          {row.findings > 0 && <span class="points"> · {texts.openPoints(row.findings)}</span>}
        </div>
      </td>
      <td>
        <Confidence value={row.confidence} />
      </td>
    </tr>
  );
}

/** Arrow keys, j and k go from record to record. */
function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  links[at + step]?.focus();
  event.preventDefault();
}
