import { render } from "preact";
import { useEffect } from "preact/hooks";
import { hasDraftHere } from "./drafts.ts";
import { FailuresPage } from "./failures.tsx";
import { HelpDialog } from "./help.tsx";
import { onKey } from "./keys.ts";
import { ListPage } from "./list.tsx";
import { liveSource } from "./live-source.ts";
import { RecordPage } from "./record.tsx";
import { embeddedSource } from "./report-source.ts";
import { followAddress, goTo, loadList, openRecord } from "./routes.ts";
import * as state from "./state.ts";
import { errorText, texts } from "./texts.ts";
import { applyTheme } from "./theme.ts";
import { begin } from "./walk.ts";
import { WhoDialog } from "./who-dialog.tsx";
import { WordsPage } from "./words.tsx";

function Desk() {
  const key = state.recordKey.value;
  const isList = key === null && !state.isWordsRoute.value && !state.isFailuresRoute.value;
  useEffect(() => {
    if (key !== null) void openRecord(key, begin);
    else if (isList) void loadList();
  }, [key, isList]);
  return (
    <>
      <Page recordKey={key} />
      <FailureBar />
      <Toast />
      {state.isHelpOpen.value && <HelpDialog />}
      {state.session.value?.who === null && <WhoDialog />}
    </>
  );
}

function Page({ recordKey }: { readonly recordKey: string | null }) {
  if (state.isWordsRoute.value) return <WordsPage />;
  if (state.isFailuresRoute.value) return <FailuresPage />;
  return recordKey === null ? <ListPage /> : <RecordPage recordKey={recordKey} />;
}

function Toast() {
  const toast = state.toast.value;
  return (
    <p class="toast" role="status" aria-live="polite" hidden={toast === null}>
      {toast?.text}{" "}
      {toast !== null && toast.action !== null && (
        <button
          type="button"
          onClick={() => {
            state.hush();
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </button>
      )}
    </p>
  );
}

function FailureBar() {
  const failure = state.failure.value;
  if (failure === null) return null;
  const again = (): void => {
    state.failure.value = null;
    failure.retry();
  };
  return (
    <p class="failure" role="alert">
      {texts.failed} {errorText(failure.error)}{" "}
      <button type="button" onClick={again}>
        {texts.retry}
      </button>{" "}
      <button type="button" onClick={() => (state.failure.value = null)}>
        {texts.close}
      </button>
    </p>
  );
}

async function start(): Promise<void> {
  state.useSource(embeddedSource() ?? liveSource);
  applyTheme();
  addEventListener("hashchange", followAddress);
  addEventListener("beforeunload", (event) => {
    if (state.editing.value !== null && hasDraftHere()) event.preventDefault();
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
