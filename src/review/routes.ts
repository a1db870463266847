import { readFile } from "node:fs/promises";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { type MemoKey, memoKeyOf } from "../archive/paths.ts";
import type { ReviewedMemo } from "../archive/reviews.ts";
import { changeSchema } from "../revise/event.ts";
import type { Clerk } from "./clerk.ts";
import { DecisionInvalid, type Desk, RecordChanged, viewOf } from "./desk.ts";
import type { FailureDesk } from "./failure-desk.ts";
import type { Originals } from "./originals.ts";
import type { PagePictures, ShownPicture } from "./page-pictures.ts";
import type { PageWords } from "./page-words.ts";
import {
  LIST_STATES,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  type Picture,
  type RecordView,
  type Refusal,
  type Session,
  SORTS,
} from "./protocol.ts";
import type { RecordIndex, RecordQuery } from "./record-index.ts";
import type { WordDesk } from "./word-desk.ts";

/** All that the routes work with. */
export interface DeskParts {
  readonly clerk: Clerk;
  readonly suggestedName: string;
  readonly archive: string;
  readonly desk: Desk;
  readonly index: RecordIndex;
  readonly originals: Originals;
  readonly pictures: PagePictures;
  readonly pageWords: PageWords;
  readonly words: WordDesk;
  readonly failures: FailureDesk;
  /** Called after each decision. */
  readonly onDecided: () => void;
}

const basis = { on: z.string(), after: z.int().min(0) };
const decideSchema = z.strictObject({ ...basis, changes: z.array(changeSchema).min(1).max(1000) });
const undoSchema = z.strictObject(basis);
const wordsSchema = z.strictObject({ on: z.string(), text: z.string() });

const namesSchema = z.strictObject({ words: z.array(z.string().min(1).max(200)).min(1).max(100) });
const whoSchema = z.strictObject({ who: z.string().trim().min(1).max(100) });
const dismissSchema = z.strictObject({ isDismissed: z.boolean() });

const MOST_ROWS = 500;

const querySchema = z.object({
  q: z.string().max(500).default(""),
  state: z.enum(LIST_STATES).nullable().catch(null).default(null),
  year: z
    .string()
    .regex(/^\d{4}$/u)
    .nullable()
    .catch(null)
    .default(null),
  sort: z.enum(SORTS).catch("urgency").default("urgency"),
  offset: z.coerce.number().int().min(0).catch(0).default(0),
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).catch(100).default(100),
});

/** The desk's interface: JSON, and pictures of pages. Records are addressed by hash, never by path. */
export function routesOf(parts: DeskParts): Hono {
  const app = new Hono();
  app.get("/session", (context) => context.json(sessionOf(parts)));
  app.put("/session", async (context) => {
    await parts.clerk.is(whoSchema.parse(await context.req.json()).who);
    return context.json(sessionOf(parts));
  });
  app.get("/records", async (context) => context.json(await parts.index.list(queryOf(context))));
  app.get("/records/:key", (context) => onMemo(context, parts, (key, memo) => view(parts, key, memo)));
  app.get("/records/:key/pages/:page{[1-9][0-9]{0,4}}", (context) => picture(context, parts));
  app.get("/records/:key/pages/:page{[1-9][0-9]{0,4}}/words", (context) => pageWords(context, parts));
  app.get("/records/:key/text", (context) => letterText(context, parts));
  app.post("/records/:key/decisions", (context) => decide(context, parts));
  app.post("/records/:key/undo", (context) => undo(context, parts));
  addWordRoutes(app, parts);
  addFailureRoutes(app, parts);
  app.notFound((context) => refused(context, { error: "not-found", message: "There is nothing here." }, 404));
  app.onError((error, context) => {
    const isWrong = error instanceof z.ZodError || error instanceof SyntaxError;
    if (isWrong) return refused(context, { error: "invalid", message: "The request is not understood." }, 400);
    return refused(context, { error: "failed", message: error.message }, 500);
  });
  return app;
}

function sessionOf({ clerk, suggestedName, archive }: DeskParts): Session {
  return { who: clerk.who, suggestedName, archive };
}

function addWordRoutes(app: Hono, parts: DeskParts): void {
  const named = async (context: Context) => namesSchema.parse(await context.req.json()).words;
  app.post("/words/learn", async (context) => context.json(await parts.words.learn(await named(context))));
  app.post("/words/forget", async (context) => context.json(await parts.words.forget(await named(context))));
  app.get("/words", async (context) => context.json(await parts.words.read()));
  app.put("/words", async (context) => {
    const { on, text } = wordsSchema.parse(await context.req.json());
    const { words, isWritten } = await parts.words.write(text, on);
    return context.json(words, isWritten ? 200 : 409);
  });
}

function addFailureRoutes(app: Hono, { failures, pictures, clerk, index, onDecided }: DeskParts): void {
  app.get("/failures", async (context) => context.json(await failures.list()));
  app.get("/failures/:key/pages/:page{[1-9][0-9]{0,4}}", async (context) => {
    const sha256 = await failures.contentOf(failureKeyOf(context));
    const shown = sha256 === null ? null : await pictures.of(sha256, Number(context.req.param("page")));
    return shown === null ? noPage(context) : pictureResponse(context, shown);
  });
  app.post("/failures/:key/again", async (context) => {
    await failures.again(failureKeyOf(context));
    index.invalidate();
    onDecided();
    return context.json(await failures.list());
  });
  app.put("/failures/:key", async (context) => {
    const { isDismissed } = dismissSchema.parse(await context.req.json());
    const by = { who: clerk.who ?? "?", when: new Date().toISOString() };
    await failures.dismiss(failureKeyOf(context), isDismissed ? by : null);
    onDecided();
    return context.json(await failures.list());
  });
}

/** Only what has the form of a failure's name can be looked up at all. */
function failureKeyOf(context: Context): string {
  return z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .parse(context.req.param("key"));
}

function queryOf(context: Context): RecordQuery {
  const { q, ...query } = querySchema.parse(context.req.query());
  return { text: q, ...query };
}

async function onMemo(
  context: Context,
  parts: DeskParts,
  answer: (key: MemoKey, memo: ReviewedMemo) => Promise<RecordView>,
): Promise<Response> {
  const key = keyOf(context);
  const memo = key === null ? null : await parts.desk.read(key);
  return key === null || memo === null ? noRecord(context) : context.json(await answer(key, memo));
}

/** Only what has the form of a key can be looked up at all. */
function keyOf(context: Context): MemoKey | null {
  return memoKeyOf(`${context.req.param("key")}.json`);
}

async function view(parts: DeskParts, key: MemoKey, memo: ReviewedMemo): Promise<RecordView> {
  return viewOf(key, memo, await pictureState(parts, memo));
}

async function pictureState({ originals }: DeskParts, { record }: ReviewedMemo): Promise<Picture> {
  if (record.source.mediaType === "text/plain") return "plain-text";
  return (await originals.find(record.source.sha256)) === null ? "gone" : "shown";
}

async function pageWords(context: Context, { desk, pageWords }: DeskParts): Promise<Response> {
  const key = keyOf(context);
  const memo = key === null ? null : await desk.read(key);
  if (memo === null) return noRecord(context);
  const { sha256, pages } = memo.record.source;
  const page = Number(context.req.param("page"));
  const words = page > pages.of ? null : await pageWords.of(sha256, page);
  return words === null ? noPage(context) : context.json(words);
}

async function picture(context: Context, { desk, pictures }: DeskParts): Promise<Response> {
  const key = keyOf(context);
  const memo = key === null ? null : await desk.read(key);
  if (memo === null) return noRecord(context);
  const { sha256, pages } = memo.record.source;
  const page = Number(context.req.param("page"));
  const shown = page > pages.of ? null : await pictures.of(sha256, page, context.req.query("sharp") !== undefined);
  return shown === null ? noPage(context) : pictureResponse(context, shown);
}

function noPage(context: Context): Response {
  return refused(context, { error: "not-found", message: "The page cannot be shown." }, 404);
}

function pictureResponse(context: Context, shown: ShownPicture): Response {
  return context.body(new Uint8Array(shown.jpeg), 200, {
    "content-type": "image/jpeg",
    "cache-control": "private, max-age=3600",
    [PAGE_WIDTH]: String(shown.width),
    [PAGE_HEIGHT]: String(shown.height),
  });
}

/** A letter that is text alone, as it stands in its file. */
async function letterText(context: Context, { desk, originals }: DeskParts): Promise<Response> {
  const key = keyOf(context);
  const memo = key === null ? null : await desk.read(key);
  if (memo === null) return noRecord(context);
  const { mediaType, sha256 } = memo.record.source;
  const path = mediaType === "text/plain" ? await originals.find(sha256) : null;
  if (path === null) return noPage(context);
  return context.text(decodedText(await readFile(path)));
}

/** UTF-8, else what Windows writes. */
function decodedText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

async function decide(context: Context, parts: DeskParts): Promise<Response> {
  const { changes, ...on } = decideSchema.parse(await context.req.json());
  return answered(context, parts, (key) => parts.desk.decide(key, on, changes));
}

async function undo(context: Context, parts: DeskParts): Promise<Response> {
  const on = undoSchema.parse(await context.req.json());
  return answered(context, parts, (key) => parts.desk.undo(key, on));
}

async function answered(
  context: Context,
  parts: DeskParts,
  work: (key: MemoKey) => ReturnType<Desk["decide"]>,
): Promise<Response> {
  const key = keyOf(context);
  if (key === null) return noRecord(context);
  try {
    const done = await work(key);
    if (done === null) return noRecord(context);
    parts.index.invalidate();
    parts.onDecided();
    return context.json({ view: await view(parts, key, done) });
  } catch (error) {
    if (error instanceof DecisionInvalid) return refused(context, { error: "invalid", message: error.message }, 422);
    if (!(error instanceof RecordChanged)) throw error;
    const now = await view(parts, key, error.memo);
    return refused(context, { error: "changed", message: error.message, view: now }, 409);
  }
}

function noRecord(context: Context): Response {
  return refused(context, { error: "not-found", message: "There is no such record." }, 404);
}

function refused(context: Context, refusal: Refusal, status: 400 | 404 | 409 | 422 | 500): Response {
  return context.json(refusal, status);
}
