/** The SHA-256 hashes of inline scripts and styles, in Base64. */
export interface InlineHashes {
  readonly script: ReadonlySet<string>;
  readonly style: ReadonlySet<string>;
}

/**
 * Returns the content security policy of the site, which is used in a meta element and in a header. Pages load
 * everything from the site and send requests only to it. Readers can run examples against another API: examples run in
 * a worker, for which the service worker sets a separate policy that also allows the origin of that API. Python needs
 * `wasm-unsafe-eval`.
 */
export function contentSecurityPolicy({ script, style }: InlineHashes): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval'${listed(script)}`,
    "worker-src 'self'",
    `style-src 'self'${listed(style)}`,
    // Syntax colours are `style` attributes.
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

/** Additional headers of every response. A worker takes its policy from them, not from the page. */
export const responseHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "X-Frame-Options": "DENY",
};
