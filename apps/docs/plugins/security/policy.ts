/**
 * The content security policy of the site, as a meta element and as a header. Examples may be run against an
 * API that the reader names, so that requests may go to any https origin and to this machine; scripts, styles,
 * fonts and workers come from the site alone. `wasm-unsafe-eval` is for Python.
 */
export function contentSecurityPolicy(scriptHashes: Iterable<string>): string {
  const hashes = [...scriptHashes].map((hash) => ` 'sha256-${hash}'`).join("");
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval'${hashes}`,
    "worker-src 'self'",
    "style-src 'self'",
    // Syntax colours are style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join("; ");
}

/** What every response carries besides; a worker takes its policy from here, not from the page. */
export const responseHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "X-Frame-Options": "DENY",
};
