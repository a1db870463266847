type Document = typeof import("../../src/pipeline/document.ts");
type EngineModule = typeof import("../../src/ocr/open-engine.ts");
type PipelineModule = typeof import("../../src/pipeline/pipeline.ts");

// The engine's threads need the built program.
const built = (path: string): string => new URL(`../../dist/${path}`, import.meta.url).href;

/** What reads pages, of the built program. */
export const { readAllPages } = (await import(built("pipeline/document.js"))) as Document;
export const { openEngine } = (await import(built("ocr/open-engine.js"))) as EngineModule;
export const { Pipeline } = (await import(built("pipeline/pipeline.js"))) as PipelineModule;
