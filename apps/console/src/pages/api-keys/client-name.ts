/** Returns the name of the program in a `User-Agent`, such as "curl 8.14.1" or "a browser". */
export function clientName(userAgent: string | null): string {
  if (!userAgent?.trim()) return "an unknown client";
  if (userAgent.startsWith("Mozilla/")) return "a browser";
  const [product = userAgent] = userAgent.trim().split(/\s/);
  return product.replace("/", " ");
}
