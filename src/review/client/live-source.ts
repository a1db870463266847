import { type DecideResponse, PAGE_HEIGHT, PAGE_WIDTH, type Refusal, type Words } from "../protocol.ts";
import { ChangedElsewhere, type DeskWriter, type ListQuery, type PageImage, Refused, type Source } from "./source.ts";

/** Pictures kept; the browser lets go of others. */
const MOST_PICTURES = 60;

const pictures = new Map<string, Promise<PageImage | null>>();

/** The desk's server, below the page's own address. */
export const liveSource: Source = {
  session: () => get("session"),
  list: (query) => get(`records?${parametersOf(query)}`),
  record: (key) => get(`records/${key}`),
  picture: (key, page) => kept(`api/records/${key}/pages/${page}`),
  sharpPicture: (key, page) => kept(`api/records/${key}/pages/${page}?sharp=1`),
  async text(key) {
    const response = await fetch(`api/records/${key}/text`);
    return response.ok ? response.text() : null;
  },
  desk: writer(),
};

/** A picture that was asked for before is not asked for again. */
function kept(url: string): Promise<PageImage | null> {
  const picture = pictures.get(url) ?? fetchPicture(url);
  pictures.delete(url);
  pictures.set(url, picture);
  letGo();
  return picture;
}

function writer(): DeskWriter {
  return {
    decide: (key, basis, changes) => decideBy(`records/${key}/decisions`, { ...basis, changes }),
    undo: (key, basis) => decideBy(`records/${key}/undo`, basis),
    is: (who) => send("PUT", "session", { who }),
    learn: (words) => send("POST", "words/learn", { words }),
    forget: (words) => send("POST", "words/forget", { words }),
    pageWords: (key, page) => get(`records/${key}/pages/${page}/words`),
    failures: () => get("failures"),
    failurePicture: (key) => kept(`api/failures/${key}/pages/1`),
    readAgain: (key) => send("POST", `failures/${key}/again`, {}),
    dismissFailure: (key, isDismissed) => send("PUT", `failures/${key}`, { isDismissed }),
    words: () => get("words"),
    async writeWords({ text, revision }) {
      const response = await request("PUT", "words", { on: revision, text });
      if (!response.ok && response.status !== 409) throw await refusalOf(response);
      return (await response.json()) as Words;
    },
  };
}

function parametersOf({ text, state, year, sort, limit }: ListQuery): URLSearchParams {
  const parameters = new URLSearchParams({ q: text, sort, limit: String(limit) });
  if (state !== null) parameters.set("state", state);
  if (year !== null) parameters.set("year", year);
  return parameters;
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(`api/${path}`);
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as T;
}

function request(method: "POST" | "PUT", path: string, body: unknown): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(`api/${path}`, { method, headers, body: JSON.stringify(body) });
}

async function send<T>(method: "POST" | "PUT", path: string, body: unknown): Promise<T> {
  const response = await request(method, path, body);
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as T;
}

async function decideBy(path: string, body: unknown): Promise<DecideResponse> {
  const response = await request("POST", path, body);
  if (response.ok) return (await response.json()) as DecideResponse;
  if (response.status !== 409) throw await refusalOf(response);
  const { view, error, message } = (await response.json()) as Refusal;
  if (view === undefined) throw new Refused(error, message);
  throw new ChangedElsewhere(view);
}

async function refusalOf(response: Response): Promise<Refused> {
  const text = await response.text();
  try {
    const { error, message } = JSON.parse(text) as Refusal;
    return new Refused(error, message);
  } catch {
    return new Refused("failed", `${response.status} ${text.slice(0, 200)}`);
  }
}

async function fetchPicture(url: string): Promise<PageImage | null> {
  const response = await fetch(url);
  if (!response.ok) return null;
  const width = Number(response.headers.get(PAGE_WIDTH));
  const height = Number(response.headers.get(PAGE_HEIGHT));
  return { url: URL.createObjectURL(await response.blob()), width, height };
}

function letGo(): void {
  const [oldest] = pictures;
  if (pictures.size <= MOST_PICTURES || oldest === undefined) return;
  pictures.delete(oldest[0]);
  void oldest[1].then((picture) => picture !== null && URL.revokeObjectURL(picture.url));
}
