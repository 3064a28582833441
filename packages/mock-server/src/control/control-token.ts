import { MockError } from "../mock-error.ts";

/** The request header with the control token. */
export const CONTROL_TOKEN_HEADER = "Sinkove-Control-Token";

/** The environment variable with the control token, read by the server and by its clients. */
export const CONTROL_TOKEN_VARIABLE = "SINKOVE_MOCK_CONTROL_TOKEN";

/** @throws {MockError} if the token is too short to be secure, or cannot be sent in a header */
export function requireControlToken(text: string): string {
  if (/^[!-~]{16,256}$/.test(text)) return text;
  throw new MockError(
    `the control token (--control-token or ${CONTROL_TOKEN_VARIABLE}) needs 16 to 256 printable ASCII characters without spaces. Create one with: openssl rand -hex 16`,
  );
}
