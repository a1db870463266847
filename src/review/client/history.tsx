import type { ReviewEvent } from "../../revise/event.ts";
import { standingEvents } from "../../revise/standing.ts";
import { fullLabelOf, language, texts, valueText } from "./texts.ts";

/** Who decided what, and when. */
export function History({ events }: { readonly events: readonly ReviewEvent[] }) {
  const standing = new Set<ReviewEvent>(standingEvents(events));
  return (
    <details class="history">
      <summary>
        {texts.history} ({events.length})
      </summary>
      {events.length === 0 && <p class="quiet">{texts.noHistory}</p>}
      <ol reversed>
        {events.toReversed().map((event, index) => (
          <li key={events.length - index} class={event.act === "undo" || standing.has(event) ? "" : "gone"}>
            <time dateTime={event.when}>{new Date(event.when).toLocaleString(language)}</time> {event.who}{" "}
            <b>{texts.acts[event.act]}</b> {fullLabelOf(event.field)} <Detail event={event} />
            {event.act !== "undo" && !standing.has(event) && <em> ({texts.takenBack})</em>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Detail({ event }: { readonly event: ReviewEvent }) {
  if (event.act === "accept" || event.act === "reject") {
    return <Change from={event.correction.from} to={event.correction.to} />;
  }
  if (event.act !== "set" || typeof event.new === "object" || typeof event.old === "object") return null;
  return <Change from={valueText(event.old)} to={valueText(event.new)} />;
}

/** Longest text quoted from an event, in characters. */
const LONGEST = 60;

function Change({ from, to }: { readonly from: string; readonly to: string }) {
  const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
  return (
    <>
      <del>{cut(from)}</del> → <ins>{cut(to)}</ins>
    </>
  );
}
