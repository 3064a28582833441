/**
 * Returns the content security policy of the worker that runs examples. It allows requests to the target and this site.
 *
 * @param target an origin; other texts are ignored
 */
export function workerPolicy(target: string): string {
  const url = URL.canParse(target) ? new URL(target) : undefined;
  const isOrigin = url !== undefined && url.origin === target;
  const reached = isOrigin ? `'self' ${target}` : "'self'";
  return `default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval'; connect-src ${reached}`;
}
