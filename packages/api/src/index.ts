export { ALL_SCOPES } from "./access/scopes.ts";
export { type FindSession, isFromOrigin, type Session } from "./access/session.ts";
export { changeAccountLimit } from "./account/limit.ts";
export { restoreAccount, suspendAccount } from "./account/suspension.ts";
export { type Awaitable, andThen } from "./awaitable.ts";
export { type BootstrapOptions, type Bootstrapped, bootstrap, firstGrant } from "./bootstrap.ts";
export { type Api, type ApiOptions, createApi } from "./create-api.ts";
export { presentEntry as presentCreditEntry } from "./credits/entries.ts";
export { type CreditGift, type GiftRefusal, giveCredits, MOST_CREDITS } from "./credits/give.ts";
export type { ArchivePart, DatasetOrder, Generation } from "./datasets/generation.ts";
export {
  createPlannedGeneration,
  type PlannedGenerationOptions,
} from "./datasets/planned-generation.ts";
export { createQueuedGeneration, type ReadArchive } from "./datasets/queued-generation.ts";
export { type RetryOptions, type RetryRefusal, retryDataset } from "./datasets/retry.ts";
export type { ByteRange } from "./downloads/range.ts";
export { type HttpHandler, type HttpRequest, type HttpResponse, toFetch } from "./http/messages.ts";
export { readTarget, type Target } from "./http/target.ts";
export type { JobLogEntry, JobOptions } from "./jobs/job-options.ts";
export type { LeaseLoop } from "./jobs/lease-loop.ts";
export type { MakeArchive, MakeOptions, StoredArchive } from "./jobs/make-archive.ts";
export { createWorker, type Worker, type WorkerOptions } from "./jobs/worker.ts";
export type { FindGithubKey } from "./leaks/github-signature.ts";
export type { LogEntry } from "./log-entry.ts";
export {
  createMailDeliverer,
  type MailDelivererOptions,
  type MailLogEntry,
  MailSendError,
} from "./mails/deliverer.ts";
export type { KeyExpiryNotice, LeakNotice, LowCreditsNotice, Notice } from "./mails/notice.ts";
export type { InvitationMail, People } from "./people/people.ts";
export { type Person, savePerson } from "./people/save-person.ts";
export { type Random, uuidV7 } from "./random.ts";
export { type Correlation, readCorrelation } from "./requests/correlation.ts";
export type { RequestLogLimits } from "./requests/log.ts";
export type {
  CreditEntryFilter,
  CreditEntryRecord,
  CreditReader,
  CreditWriter,
  FirstGrant,
  NewEntryId,
} from "./store/credits.ts";
export type * from "./store/jobs.ts";
export type * from "./store/mails.ts";
export type { Bucket, BucketLevel, RateLimitStore, TokenTake } from "./store/rate-limits.ts";
export type * from "./store/records.ts";
export type * from "./store/request-log.ts";
export type * from "./store/store.ts";
export { StoreUnavailableError } from "./store/store.ts";
export type * from "./store/webhooks.ts";
export {
  createWebhookDeliverer,
  type WebhookDeliverer,
  type WebhookDelivererOptions,
  type WebhookLogEntry,
} from "./webhooks/deliverer.ts";
export { type SendWebhook, type WebhookRequest, WebhookSendError } from "./webhooks/send.ts";
export type { WebhookUrlFault } from "./webhooks/url.ts";
