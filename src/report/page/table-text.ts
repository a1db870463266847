import { tablesOf } from "../../model/tables.ts";
import { type Html, html } from "./html.ts";

/** A text with its tables as tables. */
export function withTables(text: string): Html {
  let done = 0;
  const parts: Html[] = [];
  for (const { start, end, rows } of tablesOf(text)) {
    const cells = rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell.text}</td>`)}</tr>`);
    parts.push(html`${text.slice(done, start)}<table>${cells}</table>`);
    done = end;
  }
  return html`${parts}${text.slice(done)}`;
}
