/** Where the service is. Its SDKs need no address for it. */
const SERVICE = "https://api.sinkove.com";

/** What to paste to use a new key. */
export interface CodeLines {
  readonly environment: string;
  readonly curl: string;
  readonly python: string;
}

/** The lines that use a key, as the documentation has them. */
export function codeLines(secret: string, origin: string): CodeLines {
  const isService = origin === SERVICE;
  const url = isService ? "" : `\nSINKOVE_API_URL=${origin}/v1`;
  const baseUrl = isService ? "" : `, base_url="${origin}/v1"`;
  return {
    environment: `SINKOVE_API_KEY=${secret}${url}`,
    curl: [
      `curl -X GET "${origin}/datasets"`,
      `-H "Authorization: Bearer ${secret}"`,
      `-H "Content-Type: application/json"`,
    ].join(" \\\n  "),
    python: [
      "import sinkove as sk",
      "",
      `client = sk.client("${secret}"${baseUrl})`,
      "datasets = client.list_datasets()",
    ].join("\n"),
  };
}
