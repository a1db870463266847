/** A grey picture: one byte a pixel, row by row from the top left; 0 is black, 255 white. */
export interface GreyImage {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** `width * height` bytes. */
  readonly data: Uint8Array;
}
