/** A width or height in a picture's dictionary: a number, or a reference to one. */
const SIDE = /\/(Width|Height)\s+(\d+)(\s+\d+\s+R)?/gu;

/**
 * The pixels that a PDF's largest picture has at most, told from the file's bytes alone. A picture's dictionary stands
 * in the file as it is, never packed; a side told by reference counts as any.
 */
export function largestPicture(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const longest = { Width: 0, Height: 0 };
  for (const [, side, number, reference] of text.matchAll(SIDE)) {
    const length = reference === undefined ? Number(number) : Number.POSITIVE_INFINITY;
    if (side === "Width") longest.Width = Math.max(longest.Width, length);
    else longest.Height = Math.max(longest.Height, length);
  }
  return longest.Width === 0 || longest.Height === 0 ? 0 : longest.Width * longest.Height;
}
