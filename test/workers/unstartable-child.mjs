// A child of a broken install.
await import("./no-such-module.mjs");
