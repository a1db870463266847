/** Pixels of one picture, all its pages apart: A4 at 600 dpi has 35 million; 400 million cost 5 GB. */
export const MAX_IMAGE_PIXELS = 80_000_000;

/** Pages of one TIFF. */
export const MAX_IMAGE_PAGES = 2000;
