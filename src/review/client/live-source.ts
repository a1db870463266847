import { type DecideResponse, PAGE_HEIGHT, PAGE_WIDTH, type Refusal, type Words } from "../protocol.ts";
import { ChangedElsewhere, type DeskWriter, type ListQuery, type PageImage, type Source } from "./source.ts";

/** Pictures kept; the browser lets go of others. */
const MOST_PICTURES = 60;

const pictures = new Map<string, Promise<PageImage | null>>();

/** The desk's server, below the page's own address. */
export const liveSource: Source = {
  session: () => get("session"),
  list: (query) => get(`records?${parametersOf(query)}`),
  record: (key) => get(`records/${key}`),
  picture(key, page) {
    const url = `api/records/${key}/pages/${page}`;
    const picture = pictures.get(url) ?? fetchPicture(url);
    pictures.delete(url);
    pictures.set(url, picture);
    letGo();
    return picture;
  },
  desk: writer(),
};

function writer(): DeskWriter {
  return {
    decide: (key, basis, changes) => send(`records/${key}/decisions`, { ...basis, changes }),
    undo: (key, basis) => send(`records/${key}/undo`, basis),
    words: () => get("words"),
    async writeWords({ text, revision }) {
      const response = await request("PUT", "words", { on: revision, text });
      return (await response.json()) as Words;
    },
  };
}

function parametersOf({ text, state, year, limit }: ListQuery): URLSearchParams {
  const parameters = new URLSearchParams({ q: text, limit: String(limit) });
  if (state !== null) parameters.set("state", state);
  if (year !== null) parameters.set("year", year);
  return parameters;
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(`api/${path}`);
  if (!response.ok) throw new Error(await reasonOf(response));
  return (await response.json()) as T;
}

function request(method: "POST" | "PUT", path: string, body: unknown): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(`api/${path}`, { method, headers, body: JSON.stringify(body) });
}

async function send(path: string, body: unknown): Promise<DecideResponse> {
  const response = await request("POST", path, body);
  if (response.ok) return (await response.json()) as DecideResponse;
  if (response.status !== 409) throw new Error(await reasonOf(response));
  const { view, message } = (await response.json()) as Refusal;
  if (view === undefined) throw new Error(message);
  throw new ChangedElsewhere(view);
}

async function reasonOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return (JSON.parse(text) as Refusal).message;
  } catch {
    return `${response.status} ${text.slice(0, 200)}`;
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
