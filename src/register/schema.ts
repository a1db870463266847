import { z } from "zod";

/**
 * The register: what became of each resolution and each inquiry, as far as letters tell. `hausmitteilung register`
 * writes it; these schemas are its one definition.
 */
export const REGISTER_VERSION = "1.0";

const text = z.string().min(1);
const isoDate = z.iso.date();
const share = z.number().min(0).max(1);
const page = z.int().min(1).nullable().describe("1-based, in the file; null where it is not known");
const at = z.string().describe("JSON Pointer into the letter's record");
const letterId = z.string().describe("The id of a letter of this paper");
const region = z.strictObject({
  page: z.int().min(1),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
const review = z.string().describe('When the next report is due: a day, or a month as "2016-07"; null where none is');
const fulfilment = z.enum(["fulfilled", "partly-fulfilled", "not-fulfilled"]);

const letterSchema = z.strictObject({
  id: z.string().describe('"<sha256>[.n]", by which an archive finds the record'),
  file: text,
  sha256: z.string(),
  pages: z.strictObject({ first: z.int().min(1), last: z.int().min(1) }),
  date: isoDate.nullable(),
  placedBy: z
    .enum(["date", "next-review", "report-status", "file-name"])
    .describe("What the letter's place among the others was told by; anything but date is an inference"),
  kind: text,
  reportStatus: z.enum(["final", "interim"]).nullable(),
  subject: z.string().nullable(),
  nextReview: review.nullable(),
  jointWith: z.array(z.string()).describe("The other papers that the letter is about"),
});

const matchSchema = z.strictObject({
  role: z
    .enum(["same", "part", "joined"])
    .describe("The whole clause; a part of it; several clauses in one, or the clause and more"),
  by: z.enum(["text", "likeness"]).describe("text: the same words as an earlier letter's; else how alike they are"),
  likeness: share,
});

const reportSchema = z.strictObject({
  letter: letterId,
  at,
  page,
  date: isoDate.nullable(),
  reportStatus: z.enum(["final", "interim"]).nullable(),
  number: z.string().nullable().describe("As this letter prints it"),
  text: z.string().nullable().describe("The clause as this letter words it; null where that is the clause's text"),
  match: matchSchema.nullable().describe("null where the clause was first met"),
  response: z.string().nullable(),
  responsePage: page,
  fulfilment: fulfilment.nullable(),
});

const placeSchema = z.strictObject({ letter: letterId, at, page, offset: z.int().min(0), regions: z.array(region) });

const suggestionSchema = z
  .strictObject({
    ...placeSchema.shape,
    read: text,
    suggested: text,
    votes: z.strictObject({ suggested: z.int(), of: z.int() }),
    others: z.array(placeSchema).describe("Where the letters that read it otherwise have it"),
  })
  .describe("A word that most letters read otherwise; offset: UTF-16, in the text at `at`; regions: of that text");

const CLAUSE_STATES = [
  "fulfilled",
  "partly-fulfilled",
  "not-fulfilled",
  "closed",
  "answered",
  "open",
  "no-report",
] as const;

const clauseSchema = z.strictObject({
  id: z.string().describe('"<paper>#<n>", n counting from 1 in the order first met'),
  number: z.string().nullable().describe("As most letters print it"),
  text: z.string().describe("As most letters word it"),
  followUpTo: z.string().nullable().describe("The question that this one follows"),
  state: z.enum(CLAUSE_STATES),
  nextReview: review.nullable(),
  overdue: z.boolean(),
  reports: z.array(reportSchema),
  suggestions: z.array(suggestionSchema),
});

const remarkSchema = z
  .strictObject({ letter: letterId, at, page, response: text })
  .describe("What a letter says of the paper as a whole");

const NOTE_CODES = ["clause-unmatched", "joint-undecided", "left-out-of-final"] as const;

const noteSchema = z.strictObject({
  code: z.enum(NOTE_CODES),
  letter: letterId,
  at: at.nullable(),
  clause: z.string().nullable().describe("The clause that it is about, or the nearest one"),
  likeness: share.nullable(),
});

const paperSchema = z.strictObject({
  paper: text,
  printed: z.array(text).describe("Each way that letters print the paper's number"),
  meetings: z.array(text),
  title: z.string().nullable().describe("The subject that most letters bear"),
  kind: text.describe("The kind that most letters are of"),
  nextReview: review.nullable().describe("The earliest of its clauses'"),
  overdue: z.boolean(),
  letters: z.array(letterSchema).describe("In the order of their dates"),
  clauses: z.array(clauseSchema),
  remarks: z.array(remarkSchema),
  notes: z.array(noteSchema).describe("What did not match, or not for certain"),
});

export const registerSchema = z.strictObject({
  schemaVersion: z.literal(REGISTER_VERSION),
  asOf: isoDate.nullable().describe("The day that overdue is told of; null where no letter bears a date"),
  papers: z.array(paperSchema).describe("By their number"),
  withoutPaper: z.array(letterSchema).describe("Letters that name no paper"),
});

export type Register = z.infer<typeof registerSchema>;
export type RegisterPaper = z.infer<typeof paperSchema>;
export type RegisterClause = z.infer<typeof clauseSchema>;
export type RegisterLetter = z.infer<typeof letterSchema>;
export type ClauseReport = z.infer<typeof reportSchema>;
export type ClauseState = RegisterClause["state"];
export type Suggestion = z.infer<typeof suggestionSchema>;
export type RegisterNote = z.infer<typeof noteSchema>;
