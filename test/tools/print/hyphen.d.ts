/** The package comes without types. */
declare module "hyphen/de/index.js" {
  interface Options {
    readonly minWordLength?: number;
    readonly hyphenChar?: string;
  }
  const german: { hyphenateSync(text: string, options?: Options): string };
  export default german;
}
