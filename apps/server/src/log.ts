import { redact } from "@sinkove/api-key";

/** From the fewest lines to the most. */
export const LOG_LEVELS = ["silent", "error", "warn", "info"] as const;
/** What is written: everything up to this level. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What a line says besides its time, level and message. */
export type LogMembers = Readonly<Record<string, string | number | undefined>>;

/** Writes lines of JSON. */
export interface Log {
  info(message: string, members?: LogMembers): void;
  warn(message: string, members?: LogMembers): void;
  error(message: string, members?: LogMembers): void;
}

/** Options of {@link createLog}. */
export interface LogOptions {
  readonly level: LogLevel;
  /** Takes a line with its line break. */
  readonly write: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** A log without API keys: whatever looks like one is hidden, in whichever member it stands. */
export function createLog({ level, write, clock }: LogOptions): Log {
  const most = LOG_LEVELS.indexOf(level);
  const logAt = (own: LogLevel) => (message: string, members?: LogMembers) => {
    if (LOG_LEVELS.indexOf(own) > most) return;
    const time = new Date(clock()).toISOString();
    const line = { time, level: own, message, ...members };
    write(`${JSON.stringify(line, (_, value) => hidden(value))}\n`);
  };
  return { info: logAt("info"), warn: logAt("warn"), error: logAt("error") };
}

function hidden(value: unknown): unknown {
  return typeof value === "string" ? redact(value) : value;
}
