import {
  type ApiKeyEnvironment,
  environmentOf,
  isApiKey,
  type ParsedApiKey,
  partsOf,
} from "./form.ts";

/**
 * Why a key is refused: the `reason` of the API's error `INVALID_API_KEY`. All reasons except `unknown` are found
 * without a lookup.
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
   * Says in full sentences what is wrong and what to do. Contains no part of the key, and only characters that RFC 6750
   * allows in `error_description`.
   */
  readonly message: string;
}

/** Options of {@link diagnoseApiKey} and {@link diagnoseAuthorization}. */
export interface DiagnoseOptions {
  /** The environment whose keys are accepted. Default: both environments. */
  readonly environment?: ApiKeyEnvironment | undefined;
}

/** A well-formed key from an Authorization header. Contains the secret, so do not log it. */
export interface ApiKeyCredentials extends ParsedApiKey {
  readonly secret: string;
  /** Always absent, so `if (result.reason)` distinguishes an {@link ApiKeyDiagnosis} from credentials. */
  readonly reason?: never;
}

type Rule = readonly [sign: RegExp, reason: InvalidApiKeyReason, message: string];

const COPY = "Copy it again, whole.";

/** The first rule whose pattern matches gives the diagnosis. `#` is the length. Each pattern takes linear time. */
const RULES: readonly Rule[] = [
  [
    /^\s*$/,
    "missing",
    "is missing. Create one in Profile > API Key, then pass it, set SINKOVE_API_KEY, or send Authorization: Bearer <key>.",
  ],
  [
    /^\s*["'`]?(?:sinkove_(?:live|test)_)?(?:[<${[]|%\w+%|your|\w+\.[\w.]*env|(?:[\w-]*key|undefined|null|none|[x*.…]+)["'`]?\s*$)/i,
    "placeholder",
    "is a placeholder or an unset variable. Use your own key.",
  ],
  [/[\s\p{C}]/u, "whitespace", "has a space or an invisible character. Remove it."],
  [/^\W|\W$/, "malformed", "has a quotation mark or other sign around it. Remove it."],
  [
    /^(?!sinkove_(?:live|test)_)/,
    "malformed",
    `begins with neither sinkove_live_ nor sinkove_test_. ${COPY}`,
  ],
  [/^(?!.{51}$)/, "malformed", `has # characters instead of 51. ${COPY}`],
  [/\W|_.*_.*_/, "malformed", `has a character other than A-Z, a-z, 0-9. ${COPY}`],
  [/^/, "checksum_mismatch", `has a wrong character. ${COPY}`],
];

/**
 * Returns why `input` cannot be an API key, or `undefined` if it is well-formed. White space around a key is an error;
 * trim the input first if you want to allow it.
 *
 * @see The contract, section "Errors", code `INVALID_API_KEY`.
 * @example
 * const fault = diagnoseApiKey(process.env.SINKOVE_API_KEY, { environment: "live" });
 * if (fault) throw new Error(fault.message);
 */
export function diagnoseApiKey(
  input: string | null | undefined,
  { environment }: DiagnoseOptions = {},
): ApiKeyDiagnosis | undefined {
  const secret = `${input ?? ""}`;
  if (!isApiKey(secret)) {
    const [, reason, fault] = RULES.find(([sign]) => sign.test(secret)) as Rule; // the last rule matches every text
    return { reason, message: `The API key ${fault.replace("#", `${secret.length}`)}` };
  }
  const actual = environmentOf(secret);
  if (!environment || environment === actual) return undefined;
  return {
    reason: "wrong_environment",
    message: `The API key is a ${actual} key. Use a ${environment} key here: it begins with sinkove_${environment}_.`,
  };
}

/**
 * Reads the API key in the value of an Authorization header, or diagnoses it. The scheme may be in any case and may be
 * followed by several spaces.
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
  const value = header ?? "";
  const secret = value.replace(/^\s*(?:bearer(?=\s|$) *|$)/i, "");
  if (value && secret === value) {
    return {
      reason: "wrong_scheme",
      message: "The Authorization scheme is not Bearer. Send Authorization: Bearer <key>.",
    };
  }
  return diagnoseApiKey(secret, options) ?? { secret, ...partsOf(secret) };
}
