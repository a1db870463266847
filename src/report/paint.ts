import { Chalk, type ChalkInstance, supportsColorStderr } from "chalk";

export type Paint = ChalkInstance;

/** The part of the process environment that concerns the report. */
export interface Environment {
  readonly NO_COLOR?: string | undefined;
}

/**
 * The colours for standard error: none where it is no terminal, or where NO_COLOR is set
 * to anything but the empty string (https://no-color.org).
 * `detected` is the colour level chalk finds the terminal to have, 0 for none.
 */
export function paintFor(environment: Environment, detected: 0 | 1 | 2 | 3 = detectedLevel()): Paint {
  const refused = (environment.NO_COLOR ?? "") !== "";
  return new Chalk({ level: refused ? 0 : detected });
}

function detectedLevel(): 0 | 1 | 2 | 3 {
  return supportsColorStderr ? supportsColorStderr.level : 0;
}
