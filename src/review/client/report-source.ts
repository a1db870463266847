import type { RecordList, RecordView } from "../protocol.ts";
import { type ListedRecord, sorterOf } from "../rows.ts";
import { countsOf, matcherOf, yearsOf } from "../search.ts";
import type { PageImage, Source } from "./source.ts";

/** What a report holds: all that the page else asks its server for. */
interface ReportData {
  readonly archive: string;
  readonly rows: readonly ListedRecord[];
  readonly views: Readonly<Record<string, RecordView>>;
  /** By "<key> <page>"; URLs are "data:" URLs. */
  readonly pictures: Readonly<Record<string, PageImage>>;
}

/** The records that stand in the page itself; null where the page is the desk's. */
export function embeddedSource(): Source | null {
  const text = document.getElementById("report-data")?.textContent;
  if (text === undefined || text === null) return null;
  const data = JSON.parse(text) as ReportData;
  return {
    desk: null,
    session: async () => ({ who: "", suggestedName: "", archive: data.archive }),
    list: async (query): Promise<RecordList> => {
      const compare = sorterOf(query.sort);
      const found = data.rows.filter(matcherOf(query)).toSorted((a, b) => compare(a.row, b.row));
      return {
        total: found.length,
        counts: countsOf(data.rows),
        years: yearsOf(data.rows),
        rows: found.slice(0, query.limit).map(({ row }) => row),
      };
    },
    record: async (key) => {
      const view = data.views[key];
      if (view === undefined) throw new Error(key);
      return view;
    },
    picture: async (key, page) => data.pictures[`${key} ${page}`] ?? null,
    sharpPicture: async () => null,
    text: async () => null,
  };
}
