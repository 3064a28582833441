import { type ApiKeyEnvironment, type ParsedApiKey, parseApiKey } from "./form.ts";

/**
 * Why a key is refused: the `reason` of the API's error `INVALID_API_KEY`. All but `unknown` are
 * found without a look-up.
 */
export type InvalidApiKeyReason =
  | "missing"
  | "wrong_scheme"
  | "placeholder"
  | "whitespace"
  | "malformed"
  | "checksum_mismatch"
  | "wrong_environment"
  | "unknown";

/** What is wrong with a key. */
export interface ApiKeyDiagnosis {
  readonly reason: InvalidApiKeyReason;
  /**
   * What is wrong and what to do, in whole sentences, with no part of the key. Its characters are
   * those that RFC 6750 allows in `error_description`.
   */
  readonly message: string;
}

/** Options of {@link diagnoseApiKey} and {@link diagnoseAuthorization}. */
export interface DiagnoseOptions {
  /** The environment whose keys are accepted. Default: both. */
  readonly environment?: ApiKeyEnvironment | undefined;
}

/** A key that can be right, out of an Authorization header. It holds the secret: do not log it. */
export interface ApiKeyCredentials extends ParsedApiKey {
  readonly secret: string;
  /** Absent: `if (result.reason)` tells the two results apart. */
  readonly reason?: never;
}

type Rule = readonly [sign: RegExp, reason: InvalidApiKeyReason, message: string];

const COPY = "Copy it again, whole.";

/** The first rule whose sign fits names the fault; `#` is the length. Each sign reads the text once. */
const RULES: readonly Rule[] = [
  [
    /^\s*$/,
    "missing",
    "The API key is missing. Create one in Profile > API Key, then set SINKOVE_API_KEY or send Authorization: Bearer <key>.",
  ],
  [
    /^\s*["'`]?(?:sinkove_(?:live|test)_)?(?:[<${[]|%\w+%|your|my_|[a-z.]*\.(?:get)?env|(?:(?:sinkove_)?(?:api.?)?key|undefined|null|none|[x*.…]+)["'`]?\s*$)/i,
    "placeholder",
    "The API key is a placeholder or an unset variable. Replace it by your key.",
  ],
  [
    /[\s\p{C}]/u,
    "whitespace",
    "The API key has white space or an invisible character in it. Remove it.",
  ],
  [
    /^\W|\W$/,
    "malformed",
    "The API key has quotation marks or other signs around it. Remove them.",
  ],
  [
    /^(?!sinkove_(?:live|test)_)/,
    "malformed",
    `The API key does not begin with sinkove_live_ or sinkove_test_. ${COPY}`,
  ],
  [/^(?!.{51}$)/, "malformed", `The API key has # characters instead of 51. ${COPY}`],
  [/\W|_.*_.*_/, "malformed", `The API key has a character other than A-Z, a-z and 0-9. ${COPY}`],
  [/^/, "checksum_mismatch", `The API key has a wrong character in it. ${COPY}`],
];

/** The last rule fits every text. */
function faultOf(text: string): ApiKeyDiagnosis {
  const [, reason, message] = RULES.find(([sign]) => sign.test(text)) as Rule;
  return { reason, message: message.replace("#", `${text.length}`) };
}

function wrongEnvironment(given: ApiKeyEnvironment, taken: ApiKeyEnvironment): ApiKeyDiagnosis {
  return {
    reason: "wrong_environment",
    message: `The API key is a ${given} key, and only ${taken} keys work here. Use one that begins with sinkove_${taken}_.`,
  };
}

/** The key, or its fault: one reading of the text for both. */
function examine(
  secret: string,
  { environment }: DiagnoseOptions,
): ApiKeyCredentials | ApiKeyDiagnosis {
  const key = parseApiKey(secret);
  if (!key) return faultOf(secret);
  if (environment && environment !== key.environment) {
    return wrongEnvironment(key.environment, environment);
  }
  return { secret, ...key };
}

/**
 * Says why `input` cannot be an API key, or `undefined` when it can be right. White space around
 * a key is a fault here: trim the input first, where you want to be lenient.
 *
 * @see The contract, section "Errors", code `INVALID_API_KEY`.
 * @example
 * const fault = diagnoseApiKey(process.env.SINKOVE_API_KEY, { environment: "live" });
 * if (fault) throw new Error(fault.message);
 */
export function diagnoseApiKey(
  input: string | null | undefined,
  options: DiagnoseOptions = {},
): ApiKeyDiagnosis | undefined {
  const result = examine(`${input ?? ""}`, options);
  return result.reason ? result : undefined;
}

/**
 * Reads the value of an Authorization header: the key that it carries, or what is wrong with it.
 * The scheme may be in any case, with several spaces after it.
 *
 * @see RFC 9110, section 11.6.2; RFC 6750, section 2.1.
 * @example
 * const result = diagnoseAuthorization(request.headers.get("authorization"));
 * if (result.reason) return unauthorized(result.reason, result.message);
 * const account = await find(result.secret);
 */
export function diagnoseAuthorization(
  header: string | null | undefined,
  options: DiagnoseOptions = {},
): ApiKeyCredentials | ApiKeyDiagnosis {
  const [, scheme = "", secret = ""] = /^\s*(\S*) *(.*)/s.exec(header ?? "") ?? [];
  if (scheme && scheme.toLowerCase() !== "bearer") {
    return {
      reason: "wrong_scheme",
      message:
        "The Authorization scheme is not Bearer. Send Authorization: Bearer <key>.",
    };
  }
  return examine(secret, options);
}
