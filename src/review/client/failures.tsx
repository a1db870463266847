import { useEffect, useState } from "preact/hooks";
import type { FailureRow } from "../protocol.ts";
import { Masthead } from "./masthead.tsx";
import type { DeskWriter, PageImage } from "./source.ts";
import * as state from "./state.ts";
import { texts } from "./texts.ts";

/** Files that gave no record: why, what they look like, and what can be done about them. */
export function FailuresPage() {
  const [rows, setRows] = useState<readonly FailureRow[] | null>(null);
  const { desk } = state.source();
  useEffect(() => void desk?.failures().then(setRows, state.fail), [desk]);
  return (
    <div class="list-page failures-page">
      <Masthead />
      <main>
        <h1>{texts.failures}</h1>
        {rows === null && <p class="quiet">{texts.loading}</p>}
        {rows?.length === 0 && <p class="quiet">{texts.noFailures}</p>}
        {desk !== null && rows?.map((row) => <FailureCard key={row.key} row={row} desk={desk} onChange={setRows} />)}
      </main>
    </div>
  );
}

interface FailureProps {
  readonly row: FailureRow;
  readonly desk: DeskWriter;
  readonly onChange: (rows: readonly FailureRow[]) => void;
}

function FailureCard({ row, desk, onChange }: FailureProps) {
  const [isReading, setReading] = useState(false);
  const again = async (): Promise<void> => {
    setReading(true);
    try {
      const left = await desk.readAgain(row.key);
      onChange(left);
      const isRead = left.every(({ key }) => key !== row.key);
      state.tell(isRead ? texts.readNow(row.file) : texts.notReadNow(row.file));
    } catch (error) {
      state.fail(error, () => void again());
    } finally {
      setReading(false);
    }
  };
  const dismiss = (isDismissed: boolean) => () =>
    void desk.dismissFailure(row.key, isDismissed).then(onChange, state.fail);
  return (
    <section class={`failure-card ${row.isDismissed ? "settled" : ""}`} aria-label={row.file}>
      {row.hasContent && <FirstPage row={row} />}
      <div>
        <h2>
          <span class="quiet">{row.folder}/</span>
          {row.file}
        </h2>
        <p>{texts.failureCodes[row.code] ?? row.message}</p>
        <p class="quiet">
          {row.code}: {row.message}
        </p>
        {row.isDismissed && <p>{texts.isNoLetter}</p>}
        <div class="actions">
          <button type="button" class="primary" disabled={isReading} onClick={() => void again()}>
            {isReading ? texts.isReading : texts.readAgain}
          </button>
          <button type="button" onClick={dismiss(!row.isDismissed)}>
            {row.isDismissed ? texts.isLetter : texts.noLetter}
          </button>
        </div>
      </div>
    </section>
  );
}

function FirstPage({ row }: { readonly row: FailureRow }) {
  const [image, setImage] = useState<PageImage | null>(null);
  useEffect(() => {
    void state
      .source()
      .desk?.failurePicture(row.key)
      .then(setImage, () => undefined);
  }, [row.key]);
  if (image === null) return null;
  return <img src={image.url} alt={texts.firstPageOf(row.file)} />;
}
