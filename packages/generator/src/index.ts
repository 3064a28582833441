export { generateArchive } from "./archive.ts";
export { chestXrayModels, type GeneratorModel } from "./models.ts";
export type { ArchiveOptions, ArchiveOrder } from "./order.ts";
export { UnsupportedPromptError } from "./unsupported-prompt-error.ts";
export { GENERATOR_VERSION } from "./version.ts";
