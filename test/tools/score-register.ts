// Tells how many clauses of seeded series of letters the register puts where they belong.
// usage: node test/tools/score-register.ts [FIRST LAST]
// The 200 series that it is measured with are seeds 1 to 200; the weights are fitted on 1001 to 1400.
import { scoreAll } from "../register/score-series.ts";
import { MEASURED_SEEDS } from "../register/series.ts";

const [first, last] = process.argv.slice(2).map(Number);
const seeds =
  first === undefined || last === undefined
    ? MEASURED_SEEDS
    : Array.from({ length: last - first + 1 }, (_, index) => first + index);
const { of, matched, wrong, undecided, missed } = scoreAll(seeds);
const share = ((100 * matched) / of).toFixed(2);
process.stdout.write(
  `${seeds.length} series: ${matched} of ${of} clauses found again (${share} %)\n` +
    `put to a clause that they are not: ${wrong.length}; where the register says that it cannot tell: ${undecided.length}\n` +
    [...wrong.map((place) => `wrong: ${place}\n`), ...missed.map((place) => `missed: ${place}\n`)].join(""),
);
