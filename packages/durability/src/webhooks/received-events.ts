import { readFileSync } from "node:fs";

/** An event that the receiver has verified, and acknowledged if it was not killed before. */
export interface ReceivedEvent {
  /** The header `webhook-id`. */
  readonly messageId: string;
  readonly event: {
    readonly id: string;
    readonly type: string;
    readonly data: { readonly datasetId?: string; readonly apiKeyId?: string };
  };
}

/** A request that the receiver has refused, and why. */
export interface Refusal {
  readonly refused: string;
}

/** The lines of the receiver's file, oldest first. */
export function readReceived(file: string): (ReceivedEvent | Refusal)[] {
  return readFileSync(file, "utf8").split("\n").filter(Boolean).flatMap(parse);
}

/** A kill may have cut a line, which then was not acknowledged. */
function parse(line: string): (ReceivedEvent | Refusal)[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

/** What an event is about. */
export function subjectOf({ event: { data } }: ReceivedEvent): string {
  return data.datasetId ?? data.apiKeyId ?? "";
}
