import type { Fault } from "../evaluate/checked-json.ts";

/** A file that a person wrote and that cannot be understood: which, where in it, and what is wrong. */
export class InvalidFile extends Error {
  override readonly name = "InvalidFile";
  readonly path: string;
  readonly faults: readonly Fault[];

  constructor(path: string, faults: readonly Fault[]) {
    super(
      faults.map(({ pointer, problem }) => `${path}: ${pointer === "" ? "" : `${pointer}: `}${problem}`).join("\n"),
    );
    this.path = path;
    this.faults = faults;
  }
}
