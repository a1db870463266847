import { EXIT_CODES } from "./exit-codes.ts";
import { CommandFailed } from "./shell.ts";

/** The oldest that pg-boss supports; all other commands run on older ones too. */
const OLDEST = [22, 12] as const;

/**
 * Loads the code of a command that needs the queue; who never runs one never loads it.
 * @throws CommandFailed on a Node.js that the queue does not support
 */
export function loadFleet<T>(load: () => Promise<T>, node: string): Promise<T> {
  const [major = 0, minor = 0] = node.split(".").map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    const message = `Commands with --db need Node.js ${OLDEST.join(".")} or later, as pg-boss does; this is ${node}.`;
    throw new CommandFailed(EXIT_CODES.databaseUnusable.code, message);
  }
  return load();
}
