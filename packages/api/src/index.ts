export { ALL_SCOPES, type BootstrapOptions, type Bootstrapped, bootstrap } from "./bootstrap.ts";
export { type Api, type ApiOptions, createApi } from "./create-api.ts";
export { type ArchiveEntry, writeZip } from "./datasets/archive.ts";
export type { DatasetOrder, Generation } from "./datasets/generation.ts";
export {
  createPlannedGeneration,
  type PlannedGenerationOptions,
} from "./datasets/planned-generation.ts";
export type { Random } from "./random.ts";
export type { LogEntry } from "./services.ts";
export type * from "./store/records.ts";
export type * from "./store/store.ts";
