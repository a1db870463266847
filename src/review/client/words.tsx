import { useEffect, useState } from "preact/hooks";
import type { Words } from "../protocol.ts";
import { Masthead } from "./masthead.tsx";
import * as state from "./state.ts";
import { texts } from "./texts.ts";

/** The archive's own words and names, to be seen and edited. */
export function WordsPage() {
  const [words, setWords] = useState<Words | null>(null);
  const { desk } = state.source();
  useEffect(() => void desk?.words().then(setWords, state.fail), [desk]);
  const save = async (): Promise<void> => {
    if (words === null || desk === null) return;
    const now = await desk.writeWords(words);
    const isOurs = words.text.split(/\s+/).every((word) => now.text.includes(word));
    setWords(now);
    state.tell(isOurs ? texts.wordsSaved : texts.wordsChanged);
  };
  return (
    <div class="words-page">
      <Masthead />
      <main>
        <h1>{texts.words}</h1>
        <p id="words-help">{texts.wordsHelp}</p>
        <textarea
          aria-label={texts.words}
          aria-describedby="words-help"
          rows={20}
          spellcheck={false}
          // What is typed before the list is there would be lost.
          disabled={words === null}
          value={words?.text ?? ""}
          onInput={(event) => words !== null && setWords({ ...words, text: event.currentTarget.value })}
        />
        <p>
          <button type="button" class="primary" disabled={words === null} onClick={() => void save().catch(state.fail)}>
            {texts.save}
          </button>
        </p>
      </main>
    </div>
  );
}
