import hausmitteilung = require("hausmitteilung");
import process = require("node:process");

// CommonJS takes the package by `require`, which loads modules from Node.js 22.12 on.
const [, , file = ""] = process.argv;
const parser = hausmitteilung.createParser({ jobs: 1 });
parser
  .parse(file)
  .then(([record]) => console.log("require", record?.memo.date))
  .finally(() => parser.close());
