/** Returns the secret of an `otpauth:` URL in groups of four characters, which are easier to type. */
export function totpSecret(uri: string): string {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return secret.match(/.{1,4}/g)?.join(" ") ?? "";
}
