/**
 * Thrown where a file cannot be had for a reason that is none of its own: its share or bucket is away or closed, this
 * machine's disk is full. The next file of the same place would meet it as well.
 */
export class PlaceUnusable extends Error {
  override readonly name = "PlaceUnusable";
  /** As the message, without the place: "cannot be reached (ECONNREFUSED)". */
  readonly why: string;

  /** @param place a folder, or s3://bucket */
  constructor(place: string, why: string, options?: ErrorOptions) {
    super(`${JSON.stringify(place)} ${why}.`, options);
    this.why = why;
  }
}
