import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { decodeScan, openImage } from "../../src/image/open-image.ts";
import { pixelShapeOf } from "../../src/image/pixel-shape.ts";
import type { FailureCode } from "../../src/model/failure.ts";
import { limitsOf } from "../../src/model/limits.ts";

const failure = (code: FailureCode) => expect.objectContaining({ name: "MemoError", code });

/** 300 × 200 pixels, the left half black. */
const half = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: "white" } }).composite([
    { input: { create: { width: 150, height: 200, channels: 3, background: "black" } }, left: 0, top: 0 },
  ]);

describe("openImage", () => {
  it.each(["png", "jpeg", "tiff"] as const)("reads %s as grey", async (format) => {
    const file = await openImage(await half().toFormat(format).toBuffer());
    const { image } = await file.page(1);
    expect(file.pageCount).toBe(1);
    expect([image.width, image.height, image.data.length]).toEqual([300, 200, 60_000]);
    expect(image.data[10]).toBeLessThan(5);
    expect(image.data[290]).toBeGreaterThan(250);
  });

  it("believes a scanner's resolution, and else takes the picture for an A4 page", async () => {
    const scanned = await openImage(await half().withMetadata({ density: 300 }).png().toBuffer());
    const screen = await openImage(await half().withMetadata({ density: 72 }).png().toBuffer());
    expect((await scanned.page(1)).dpi).toBeCloseTo(300, 0);
    expect((await screen.page(1)).dpi).toBeCloseTo(200 / 8.27);
  });

  it.each([
    ["a TIFF", 204, 98, (picture: Sharp) => picture.tiff({ xres: 204 / 25.4, yres: 98 / 25.4 }), [300, 416], 204],
    [
      "a TIFF finer down",
      150,
      300,
      (picture: Sharp) => picture.tiff({ xres: 150 / 25.4, yres: 300 / 25.4 }),
      [600, 200],
      300,
    ],
  ])("makes the pixels of %s of %d × %d dots an inch square", async (_, _across, _down, write, size, dpi) => {
    const file = await openImage(await write(half()).toBuffer());
    const page = await file.page(1);
    expect([page.image.width, page.image.height]).toEqual(size);
    expect(page.dpi).toBeCloseTo(dpi, -1);
  });

  it("makes the pixels of a PNG square, and of a fax that says nothing of them", async () => {
    const png = await half().png().toBuffer();
    const physical = Buffer.alloc(21);
    physical.writeUInt32BE(9, 0);
    physical.write("pHYs", 4, "latin1");
    physical.writeUInt32BE(8000, 8);
    physical.writeUInt32BE(4000, 12);
    physical[16] = 1;
    physical.writeUInt32BE(crc32(physical.subarray(4, 17)), 17);
    const told = await openImage(Buffer.concat([png.subarray(0, 33), physical, png.subarray(33)]));
    expect((await told.page(1)).image.height).toBe(400);
    const fax = { create: { width: 1728, height: 1143, channels: 3, background: "white" } } as const;
    const untold = await openImage(await sharp(fax).png().toBuffer());
    expect((await untold.page(1)).image.height).toBe(2379);
  });

  it("bears headers that end early", () => {
    const tiff = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 9, 0]);
    for (const bytes of [tiff, Buffer.from([0x89, 0x50]), Buffer.from([0xff, 0xd8])]) {
      expect(pixelShapeOf(bytes, 0, { width: 10, height: 10 })).toBe(1);
    }
  });

  it("turns a photo upright as its camera says", async () => {
    const file = await openImage(await half().withMetadata({ orientation: 6 }).jpeg().toBuffer());
    const { image } = await file.page(1);
    expect([image.width, image.height]).toEqual([200, 300]);
    expect(image.data[100]).toBeLessThan(5);
  });

  it("reads what is transparent as white paper", async () => {
    const clear = { width: 10, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
    const file = await openImage(await sharp({ create: clear }).png().toBuffer());
    expect((await file.page(1)).image.data.every((value) => value === 255)).toBe(true);
  });

  it("reads every page of a TIFF", async () => {
    const grey = (level: number): Uint8Array => new Uint8Array(100 * 50).fill(level);
    const raw = { raw: { width: 100, height: 100, channels: 1, pageHeight: 50 } } as const;
    const both = Buffer.concat([grey(40), grey(200)]);
    const file = await openImage(await sharp(both, raw).tiff({ compression: "lzw" }).toBuffer());
    expect(file.pageCount).toBe(2);
    expect((await file.page(1)).image.data[0]).toBe(40);
    expect((await file.page(2)).image.data[0]).toBe(200);
  });

  it("names what keeps a picture from being read", async () => {
    const png = await half().png().toBuffer();
    await expect(openImage(Buffer.from("no picture"))).rejects.toEqual(failure("image-invalid"));
    const cut = await openImage(png.subarray(0, png.length - 200));
    await expect(cut.page(1)).rejects.toEqual(failure("image-invalid"));
    const huge = { create: { width: 10_000, height: 9000, channels: 3, background: "white" } } as const;
    const file = await openImage(await sharp(huge).png().toBuffer(), limitsOf({ maxImage: 80 }));
    await expect(file.page(1)).rejects.toEqual(failure("page-too-large"));
  });
});

describe("a picture of more pixels than a page is read from", () => {
  const limits = { ...limitsOf(), renderPixels: 15_000 };

  it("is scaled down, and says so", async () => {
    const png = await half().withMetadata({ density: 300 }).png().toBuffer();
    const { image, dpi, scaledDown } = await (await openImage(png, limits)).page(1);
    expect([image.width, image.height, dpi, scaledDown]).toEqual([150, 100, 150, true]);
  });

  it("is turned first, as its EXIF says", async () => {
    const file = await openImage(await half().withMetadata({ orientation: 6 }).jpeg().toBuffer(), limits);
    const { image } = await file.page(1);
    expect([image.width, image.height]).toEqual([100, 150]);
  });
});

describe("decodeScan", () => {
  it("gives grey pixels, whatever the turn that a camera wrote", async () => {
    const { image } = await decodeScan(await half().withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect([image.width, image.height]).toEqual([300, 200]);
  });
});
