import type { Readable, Writable } from "node:stream";
import type { Environment } from "../report/paint.ts";
import type { ReportStream } from "../report/run-event.ts";
import type { ExitCode } from "./exit-codes.ts";

/** What a command is given of the process around it; tests give buffers. */
export interface Shell {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & ReportStream;
  readonly environment: Environment & {
    /** Set by CI services, to "true" as a rule. */
    readonly CI?: string | undefined;
  };
  /** Aborted when the user interrupts the run. */
  readonly interrupted: AbortSignal;
  /**
   * Asks that the first interruption only abort the signal given back, so that the command can bring what it has in
   * hand to its end; the second then interrupts.
   */
  drainFirst(): AbortSignal;
}

/** Thrown for what only the user can set right: unknown options, two inputs for one output. */
export class WrongUse extends Error {
  override readonly name = "WrongUse";
}

/** Thrown when the reader of standard output has gone (`| head`): the command ends quietly. */
export class ReaderGone extends Error {
  override readonly name = "ReaderGone";
}

/** Thrown when standard output cannot be written, as on a full disk. */
export class OutputBroken extends Error {
  override readonly name = "OutputBroken";
}

/** Thrown where a command cannot go on for a reason that is neither the user's mistake nor a fault of the program. */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed";
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
