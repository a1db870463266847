import type { CheckReport } from "../evaluate/check-report.ts";
import { type Evaluation, worstOf } from "../evaluate/evaluation.ts";
import { prettyJson } from "../model/pretty-json.ts";

/** An evaluation as pretty JSON: scores in all and by group, gates, each memo. */
export function evaluationJson(evaluation: Evaluation): string {
  return prettyJson(evaluationValue(evaluation));
}

/** A check as pretty JSON: its cases with every difference, then as an evaluation. */
export function checkJson({ cases, evaluation }: CheckReport): string {
  return prettyJson({ cases, ...evaluationValue(evaluation) });
}

function evaluationValue(evaluation: Evaluation): object {
  const { total, groups, gates, memos } = evaluation;
  return {
    scores: total,
    groups,
    gates,
    worst: worstOf(memos, memos.length).map(({ name, group }) => ({ name, group })),
    memos: memos.map(({ name, group, score, differences }) => {
      const { missing, date, fields, items } = score;
      const wrongFields = fields.filter(({ right }) => !right).map(({ field }) => field);
      const counts = items && {
        pairs: items.pairs,
        fulfilment: items.fulfilment,
        words: items.words,
        characters: items.characters,
      };
      return { name, group, missing, date, fields: fields.length, wrongFields, items: counts, differences };
    }),
  };
}
