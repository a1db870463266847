/** A failure that is none of the file's: the next file would meet it as well. */
export class RunStopped extends Error {
  override readonly name = "RunStopped";
}
