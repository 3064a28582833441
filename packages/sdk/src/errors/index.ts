export * from "./api-error.ts";
export * from "./client-errors.ts";
export * from "./dataset-errors.ts";
export { type Attempt, SinkoveError } from "./sinkove-error.ts";
