/** The file that is looked for in the working directory. */
export const CONFIG_FILE = "hausmitteilung.json";

/** Where commander keeps the value of `--config`. */
export const CONFIG_OPTION = "config";
