// REFUSED='^pg$' node --import ./refuse-modules.mjs: packages whose names match cannot be loaded.
import { register } from "node:module";

const hook = `const refused = new RegExp(process.env.REFUSED);
export async function resolve(specifier, context, next) {
  if (refused.test(specifier)) throw new Error("refused: " + specifier);
  return next(specifier, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
