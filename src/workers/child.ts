import process from "node:process";

// A terminal sends Ctrl-C to all processes; what comes of it is the parent's to decide. All else takes a while to load.
process.on("SIGINT", () => {});

// The parent is gone, or wants this process to go.
process.on("disconnect", () => process.exit());

const { serveTasks } = await import("./serve-tasks.ts");
serveTasks();
