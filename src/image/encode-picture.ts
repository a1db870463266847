import sharp from "sharp";
import type { GreyImage } from "../model/grey-image.ts";

/** Of JPEG, 1 to 100: print stays sharp, and a page takes some 150 kB. */
const QUALITY = 70;

/** A picture as a JPEG for people to look at, made smaller to a width where it is wider. */
export async function encodePicture({ width, height, data }: GreyImage, maxWidth: number): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 1 } })
    .resize({ width: maxWidth, withoutEnlargement: true, kernel: "cubic" })
    .toColourspace("b-w")
    .jpeg({ quality: QUALITY })
    .toBuffer();
}
