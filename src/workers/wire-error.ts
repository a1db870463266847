import { MemoError } from "../model/failure.ts";
import type { TaskOutcome, WireError } from "./protocol.ts";

/** An error made ready to cross a process border. */
export function toWire(error: unknown): WireError {
  if (error instanceof MemoError) return { code: error.code, message: error.message, stack: stackOf(error) };
  if (error instanceof Error) return { code: null, message: error.message, stack: stackOf(error) };
  return { code: null, message: String(error), stack: "" };
}

/** The error again, on this side of the border; the stack of the far side stays as its cause. */
export function fromWire(wire: WireError): Error {
  const cause = new Error(wire.message);
  cause.stack = wire.stack;
  return wire.code === null ? new Error(wire.message, { cause }) : new MemoError(wire.code, wire.message, { cause });
}

/** Runs some work so that whatever it throws becomes data. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<TaskOutcome<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error: toWire(error) };
  }
}

function stackOf(error: Error): string {
  const own = error.stack ?? "";
  return error.cause instanceof Error ? `${own}\nCaused by: ${stackOf(error.cause)}` : own;
}
