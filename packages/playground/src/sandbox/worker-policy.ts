/**
 * The content security policy of the worker that runs examples: it reaches the target's origin and this site.
 *
 * @param target an origin; anything else is left out
 */
export function workerPolicy(target: string): string {
  const url = URL.canParse(target) ? new URL(target) : undefined;
  const isOrigin = url !== undefined && url.origin === target;
  const reached = isOrigin ? `'self' ${target}` : "'self'";
  return `default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval'; connect-src ${reached}`;
}
