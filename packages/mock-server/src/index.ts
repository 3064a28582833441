export type { SandboxClock } from "./clock.ts";
export { type ConnectOptions, connectSandbox, type RemoteWorld } from "./connect.ts";
export type {
  ActiveFaultRule,
  FaultAction,
  FaultRule,
  FaultTrigger,
  LatencyRange,
} from "./faults/fault-rule.ts";
export type { Faults } from "./faults/faults.ts";
export type { FetchHandler, Override } from "./fetch-handler.ts";
export { ContractBrokenError } from "./journal/contract-broken-error.ts";
export type {
  Journal,
  JournalEntry,
  JournalFault,
  JournalFilter,
  JournalMessage,
  JudgedViolation,
} from "./journal/journal.ts";
export { MockError } from "./mock-error.ts";
export { createSandbox, type Sandbox, type SandboxOptions, type SandboxWorld } from "./sandbox.ts";
export type { WorldOptions } from "./world-options.ts";
export type { SandboxPerson } from "./worlds/sandbox-person.ts";
