// node --import ./refuse-fleet-modules.mjs: no package of the fleet can be loaded.
import { register } from "node:module";

const hook = `export async function resolve(specifier, context, next) {
  if (/^(?:pg|pg-boss|prom-client|@aws-sdk\\/.*)$/.test(specifier)) throw new Error("refused: " + specifier);
  return next(specifier, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
