export type * from "@sinkove/contract";
export type { Call, Result, Success } from "./call.ts";
export type { UntypedRequest } from "./core.ts";
export type { DownloadCall } from "./download/download-call.ts";
export type { DownloadedFile, DownloadOptions, DownloadProgress } from "./download/options.ts";
export * from "./errors/index.ts";
export type * from "./generated/index.ts";
export type { Runtime } from "./http/clock.ts";
export type {
  AttemptInfo,
  ErrorInfo,
  RequestInfo,
  ResponseInfo,
  RetryInfo,
} from "./http/observe.ts";
export type { RateLimitStatus } from "./http/rate-limit.ts";
export type { AllOptions, List, Page } from "./list.ts";
export type {
  FetchOptions,
  Logger,
  LogLevel,
  RequestOptions,
  SinkoveOptions,
} from "./options.ts";
export type { Settled } from "./settled.ts";
export { Sinkove } from "./sinkove.ts";
export type { DatasetWait, WaitOptions } from "./wait.ts";
