/** Of standard faxes: 204 dots an inch across, 98 down; and how many dots a fax has across. */
const FAX = { shape: 204 / 98, width: 1728, height: { from: 900, to: 1300 } } as const;

/** No scanner's pixels are longer by more than this. */
const LONGEST = 4;

/** As good as square. */
const SQUARE = 0.02;

const TIFF = { xResolution: 282, yResolution: 283, entry: 12, maxPages: 10_000 } as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The resolution across by that down, as a PNG, JPEG or TIFF says; a picture of a fax's size has a fax's
 * all the same: programs that convert it forget that.
 * @param page counted from 0, of a TIFF
 */
export function pixelShapeOf(bytes: Uint8Array, page: number, { width, height }: Size): number {
  const shape = toldShape(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), page);
  const isTold = shape !== null && shape <= LONGEST && shape >= 1 / LONGEST && Math.abs(shape - 1) > SQUARE;
  if (isTold) return shape;
  return width === FAX.width && height >= FAX.height.from && height <= FAX.height.to ? FAX.shape : 1;
}

function toldShape(file: Buffer, page: number): number | null {
  try {
    if (file[0] === 0x89) return pngShape(file);
    return file[0] === 0xff ? jpegShape(file) : tiffShape(file, page);
  } catch (error) {
    // A header that ends early says nothing.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The chunk "pHYs" stands before the pixels. */
function pngShape(file: Buffer): number | null {
  for (let at = 8; ; at += 12 + file.readUInt32BE(at)) {
    const type = file.toString("latin1", at + 4, at + 8);
    if (type === "IDAT" || at + 20 > file.length) return null;
    if (type === "pHYs") return ratio(file.readUInt32BE(at + 8), file.readUInt32BE(at + 12));
  }
}

/** The segment "JFIF" stands first. */
function jpegShape(file: Buffer): number | null {
  if (file.toString("latin1", 6, 10) !== "JFIF") return null;
  return ratio(file.readUInt16BE(14), file.readUInt16BE(16));
}

function tiffShape(file: Buffer, page: number): number | null {
  const isLittle = file[0] === 0x49;
  const short = (at: number): number => (isLittle ? file.readUInt16LE(at) : file.readUInt16BE(at));
  const long = (at: number): number => (isLittle ? file.readUInt32LE(at) : file.readUInt32BE(at));
  let directory = long(4);
  for (let skipped = 0; skipped < Math.min(page, TIFF.maxPages); skipped++) {
    directory = long(directory + 2 + short(directory) * TIFF.entry);
  }
  const rational = (tag: number): number => {
    for (let index = 0; index < short(directory); index++) {
      const entry = directory + 2 + index * TIFF.entry;
      const at = long(entry + 8);
      if (short(entry) === tag) return long(at) / long(at + 4);
    }
    return 0;
  };
  return ratio(rational(TIFF.xResolution), rational(TIFF.yResolution));
}

function ratio(across: number, down: number): number | null {
  return across > 0 && down > 0 && Number.isFinite(across / down) ? across / down : null;
}
