/** The origin of the service. SDKs use it by default. */
const SERVICE = "https://api.sinkove.com";

/** Code to copy that uses a new key. */
export interface CodeLines {
  readonly environment: string;
  readonly curl: string;
  readonly python: string;
}

/** Returns the documentation's code that uses a key. */
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
