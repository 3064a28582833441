/** The SHA-256 of what is inline in pages, in Base64. */
export interface InlineHashes {
  readonly script: ReadonlySet<string>;
  readonly style: ReadonlySet<string>;
}

/**
 * The content security policy of the site, as a meta element and as a header: everything comes from the site
 * alone, and requests go there alone. Examples may be run against an API that the reader names: they run in a worker,
 * which gets a policy of its own from the service worker, with that one origin in it. `wasm-unsafe-eval` is for Python.
 */
export function contentSecurityPolicy({ script, style }: InlineHashes): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval'${listed(script)}`,
    "worker-src 'self'",
    `style-src 'self'${listed(style)}`,
    // Syntax colours are style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join("; ");
}

function listed(hashes: ReadonlySet<string>): string {
  return [...hashes].map((hash) => ` 'sha256-${hash}'`).join("");
}

/** What every response carries besides; a worker takes its policy from here, not from the page. */
export const responseHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "X-Frame-Options": "DENY",
};
