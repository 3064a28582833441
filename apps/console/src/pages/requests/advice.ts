import type { LoggedRequest } from "@sinkove/contract";
import { DOCS_URL } from "../../api/docs-url.ts";

/** What was wrong with a request, and how to fix it. */
export interface Advice {
  readonly problem: string;
  readonly remedy: string;
  /** The URL of the documentation page about the error. */
  readonly page: string;
}

const ADVICE: Readonly<Record<string, readonly [problem: string, remedy: string]>> = {
  INVALID_REQUEST: [
    "The request was not valid HTTP or JSON, or carried an API key in its address.",
    "Send a JSON body in UTF-8 and put the key in the Authorization header.",
  ],
  INVALID_API_KEY: [
    "The request had no valid API key.",
    "Copy the key again, or generate a new one. Check that the program reads the variable that holds it.",
  ],
  INVALID_SESSION: ["The session in the browser had ended.", "Sign in again."],
  API_KEY_EXPIRED: [
    "The API key had passed its expiry.",
    "Set a later expiry for the key, or generate a new one.",
  ],
  API_KEY_REVOKED: [
    "The API key was revoked, which is final.",
    "Generate a new key and replace this one wherever a program still uses it.",
  ],
  API_KEY_DISABLED: ["The API key was disabled.", "Enable the key on its page, or use another."],
  INSUFFICIENT_CREDITS: [
    "The organization had fewer credits than the number of samples.",
    "Ask for fewer samples, or ask an owner for more credits.",
  ],
  PERMISSION_DENIED: [
    "The caller may not do that.",
    "Add the scope or the organization to the key, or use a key that has it.",
  ],
  DATASET_NOT_READY: [
    "The dataset had no archive yet, or its generation failed.",
    "Wait until its state is READY before you download it.",
  ],
  DATASET_EXPIRED: [
    "The dataset's archive was removed after its retention period.",
    "Create the dataset again with the same model, arguments and seed.",
  ],
  IDEMPOTENCY_CONFLICT: [
    "A request with the same Idempotency-Key was still running.",
    "Wait for the first request, then send this one again.",
  ],
  IDEMPOTENCY_KEY_REUSED: [
    "The Idempotency-Key was used before with a different body.",
    "Use a new Idempotency-Key for each new request.",
  ],
  VALIDATION_ERROR: [
    "A parameter or the body broke the contract.",
    "Read `errors` in the response: it lists every field to change.",
  ],
  INVALID_MODEL: [
    "The organization may not use the model, or there is none with this id.",
    "List the models that you may use with GET /models.",
  ],
  API_KEY_LIMIT_REACHED: [
    "The account had 500 API keys that work.",
    "Revoke keys that you no longer use.",
  ],
  ORGANIZATION_LIMIT_REACHED: [
    "The account belonged to 100 organizations.",
    "Leave or delete organizations that are no longer needed.",
  ],
  INVITATION_LIMIT_REACHED: [
    "The organization had 100 open invitations.",
    "Revoke invitations that are no longer needed.",
  ],
  WEBHOOK_ENDPOINT_LIMIT_REACHED: [
    "The organization had as many webhook endpoints as it can have.",
    "Delete endpoints that are no longer needed.",
  ],
  WEBHOOK_ENDPOINT_DISABLED: [
    "The webhook endpoint was disabled, so nothing was sent to it.",
    "Enable the endpoint on its page, then try again.",
  ],
  RATE_LIMIT_EXCEEDED: [
    "The account or the API key had used up its rate limit, or had sent too many invitations.",
    "Wait as long as `Retry-After` says, and spread requests evenly. The SDKs do both.",
  ],
  INTERNAL_ERROR: [
    "Something failed on our side.",
    "Send the request again. If it fails again, send us the request id.",
  ],
  SERVICE_UNAVAILABLE: [
    "The service could not answer at that moment.",
    "Send the request again with the same Idempotency-Key.",
  ],
};

/** Explains the error of a request; undefined if it succeeded. */
export function adviceFor({
  code,
  reason,
}: Pick<LoggedRequest, "code" | "reason">): Advice | undefined {
  if (code === null) return undefined;
  const [problem, remedy] = ADVICE[code] ?? general(code);
  return { problem: withReason(problem, reason), remedy, page: errorPage(code) };
}

/** Returns the URL of the documentation page about an error code. */
function errorPage(code: string): string {
  return `${DOCS_URL}/errors/${code.toLowerCase().replaceAll("_", "-")}`;
}

function general(code: string): readonly [string, string] {
  if (!code.endsWith("NOT_FOUND")) return ["The request was refused.", "Read the error's page."];
  return [
    "There is nothing with this id, or the caller cannot reach it.",
    "Check the id, and whether the key is limited to other organizations.",
  ];
}

const REASONS: Readonly<Record<string, string>> = {
  missing: "There was no Authorization header.",
  wrong_scheme: "The Authorization header did not use the scheme Bearer.",
  placeholder: "The text of an example, or an unexpanded variable, was sent in place of a key.",
  whitespace: "The key had white space inside or around it.",
  malformed: "The text does not have the form of an API key.",
  checksum_mismatch:
    "The checksum of the key is wrong, because a character was changed or left out.",
  wrong_environment: "A test key was sent to the service, or a live key to a sandbox.",
  unknown: "No such key was ever issued here.",
  scope: "It lacked a scope that the operation needs.",
};

function withReason(problem: string, reason: string | null): string {
  if (reason === null) return problem;
  return `${problem} ${REASONS[reason] ?? `Reason: ${reason}.`}`;
}
