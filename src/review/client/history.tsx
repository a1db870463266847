import type { Memo } from "../../model/record.ts";
import type { ReviewEvent } from "../../revise/event.ts";
import { standingEvents } from "../../revise/standing.ts";
import { wordChanges } from "../../revise/word-changes.ts";
import { labelIn, language, messageOf, shownValue, texts, valueText } from "./texts.ts";

interface HistoryProps {
  readonly events: readonly ReviewEvent[];
  readonly memo: Memo;
}

/** Who decided what, and when. */
export function History({ events, memo }: HistoryProps) {
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
            <b>{texts.acts[event.act]}</b> {labelIn(memo, event.field)} <Detail event={event} />
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
  if (event.act === "query") return <q>{event.note}</q>;
  if (event.act === "dismiss") return <>{messageOf(event.finding)}</>;
  if (event.act === "undo" || event.act === "confirm") return null;
  if (typeof event.new === "object" || typeof event.old === "object") return null;
  const [old, now] = [event.old, event.new].map((value) => shownValue(event.field, valueText(value)));
  const changes = wordChanges(old ?? "", now ?? "", CONTEXT);
  if (changes.length > 0)
    return (
      <>
        {changes.map((change, index) => (
          <WordChange key={index} {...change} />
        ))}
      </>
    );
  if (event.act !== "check") return null;
  const { offset, length } = event.word;
  return <q>{String(event.old).slice(offset, offset + length)}</q>;
}

/** Words shown about a change. */
const CONTEXT = 2;

function WordChange({ before, from, to, after }: ReturnType<typeof wordChanges>[number]) {
  return (
    <>
      {before} <Change from={from} to={to} /> {after}{" "}
    </>
  );
}

/** Longest text quoted from an event, in characters. */
const LONGEST = 60;

function Change({ from, to }: { readonly from: string; readonly to: string }) {
  const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
  return (
    <>
      {from !== "" && <del>{cut(from)}</del>} {to !== "" && <ins>{cut(to)}</ins>}
    </>
  );
}
