import { Chalk, type ChalkInstance, supportsColor, supportsColorStderr } from "chalk";

export type Paint = ChalkInstance;

/** The part of the process environment that concerns the report. */
export interface Environment {
  readonly NO_COLOR?: string | undefined;
}

type Level = 0 | 1 | 2 | 3;

/**
 * The colours for standard error: none where it is no terminal, or where NO_COLOR is set
 * to anything but the empty string (https://no-color.org).
 * `detected` is the colour level chalk finds the terminal to have, 0 for none.
 */
export function paintFor(environment: Environment, detected: Level = levelOf(supportsColorStderr)): Paint {
  const refused = (environment.NO_COLOR ?? "") !== "";
  return new Chalk({ level: refused ? 0 : detected });
}

/** The same for standard output, where a command's result is a text for people. */
export function paintForResults(environment: Environment): Paint {
  return paintFor(environment, levelOf(supportsColor));
}

function levelOf(support: typeof supportsColor): Level {
  return support ? support.level : 0;
}
