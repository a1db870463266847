import { openImage } from "../image/open-image.ts";
import type { Limits } from "../model/limits.ts";
import type { MediaType } from "./media-type.ts";
import type { OpenedDocument } from "./read-document.ts";
import { readPicture } from "./read-picture.ts";

/** A file of pictures, a page each. @throws MemoError */
export async function openPictures(bytes: Uint8Array, mediaType: MediaType, limits: Limits): Promise<OpenedDocument> {
  const file = await openImage(bytes, limits);
  return {
    mediaType,
    pageCount: file.pageCount,
    isSlow: async () => true,
    readPage: async (number, engine) => readPicture(await file.page(number), number, engine),
    picture: (number) => file.page(number),
    close: async () => undefined,
  };
}
