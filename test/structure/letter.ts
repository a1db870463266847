import type { Memo } from "../../src/model/record.ts";
import { type Understood, understand } from "../../src/structure/understand.ts";
import { pagesOfPlainText, readTextOf } from "../../src/text/read-text.ts";
import { TracedText } from "../../src/text/traced-text.ts";

export const HEAD = `Hausmitteilung

Dresden.
QLG2qGU'

□ vertraulich

Landeshauptstadt Dresden
Geschäftsbereich Umwelt und Kommunalwirtschaft

An alle
Fraktionen sowie Stadträtinnen/Stadträte
des Stadtrates der Landeshauptstadt Dresden

GZ: (GB 7) 86.20

Datum: 14. MAI 2018

Beschlusskontrolle zu V1234/17 (Sitzungsnummer: SR/041/2017)
Grünkonzept für den Stadtteil Pieschen

Sehr geehrte Damen und Herren,
`;

export const INTRODUCTION = "folgende abschließende Information kann zu oben genanntem Beschluss gegeben werden:";

export const TAIL = `
Mit freundlichen Grüßen

Eva Jähnigen
Beigeordnete für Umwelt und Kommunalwirtschaft
`;

/** A whole letter around a body. */
export function letterOf(body: string): string {
  return `${HEAD}\n${INTRODUCTION}\n${body}\n${TAIL}`;
}

/** Understands plain text as it stands, without repair. */
export function understandText(text: string): Understood {
  return understand(TracedText.of(readTextOf(pagesOfPlainText(text))));
}

export interface ExpectedItem {
  leadIn?: string;
  clauses: [number: string | null, text: string][];
  response: string | null;
  fulfilment?: Memo["items"][number]["fulfilment"];
}

/** A letter's body and the items a reader sees in it. */
export interface Form {
  name: string;
  body: string;
  items: ExpectedItem[];
}
