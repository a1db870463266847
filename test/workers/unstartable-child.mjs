// A child of a broken install.
throw new Error("no-such-module.mjs cannot be found");
