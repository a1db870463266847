import { render } from "preact";
import { useEffect } from "preact/hooks";
import { goTo, loadList, openRecord } from "./actions.ts";
import { HelpDialog } from "./help.tsx";
import { onKey } from "./keys.ts";
import { ListPage } from "./list.tsx";
import { liveSource } from "./live-source.ts";
import { RecordPage } from "./record.tsx";
import { embeddedSource } from "./report-source.ts";
import * as state from "./state.ts";
import { texts } from "./texts.ts";
import { applyTheme } from "./theme.ts";
import { WordsPage } from "./words.tsx";

function Desk() {
  const key = state.recordKey.value;
  useEffect(() => {
    if (key !== null) void openRecord(key);
    else if (!state.isWordsRoute.value) void loadList();
  }, [key, state.isWordsRoute.value]);
  return (
    <>
      {state.isWordsRoute.value ? <WordsPage /> : key === null ? <ListPage /> : <RecordPage recordKey={key} />}
      <FailureBar />
      <p class="toast" role="status" aria-live="polite" hidden={state.toast.value === null}>
        {state.toast.value}
      </p>
      {state.isHelpOpen.value && <HelpDialog />}
    </>
  );
}

function FailureBar() {
  if (state.failure.value === null) return null;
  return (
    <p class="failure" role="alert">
      {texts.failed} {state.failure.value}{" "}
      <button type="button" onClick={() => location.reload()}>
        {texts.retry}
      </button>
    </p>
  );
}

async function start(): Promise<void> {
  state.useSource(embeddedSource() ?? liveSource);
  applyTheme();
  addEventListener("hashchange", () => {
    state.route.value = location.hash;
  });
  document.addEventListener("keydown", onKey);
  if (location.hash === "") goTo("#/");
  try {
    state.session.value = await state.source().session();
    document.title = `${state.session.value.archive} · ${texts.title}`;
  } catch (error) {
    state.fail(error);
  }
  const place = document.getElementById("desk");
  if (place !== null) render(<Desk />, place);
}

void start();
