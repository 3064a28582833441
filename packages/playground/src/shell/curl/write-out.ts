import type { CurlRequest } from "./request.ts";

/** The data for the variables of `-w`. */
interface Transferred {
  readonly response: Response;
  readonly request: CurlRequest;
  /** The size of the body in bytes. */
  readonly size: number;
  readonly seconds: number;
}

const REASONS: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  202: "Accepted",
  204: "No Content",
  206: "Partial Content",
  301: "Moved Permanently",
  302: "Found",
  304: "Not Modified",
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  409: "Conflict",
  410: "Gone",
  413: "Payload Too Large",
  415: "Unsupported Media Type",
  416: "Range Not Satisfiable",
  422: "Unprocessable Entity",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** Formats the status line and the headers for `-i`. */
export function headText({ status, statusText, headers }: Response): string {
  const fields = [...headers].map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${statusText || (REASONS[status] ?? "")}\r\n${fields.join("")}\r\n`;
}

/** Replaces the variables in the text of `-w`. */
export function writeOut(format: string, transferred: Transferred): string {
  const { headers } = transferred.response;
  return format.replaceAll(
    /%%|%\{([a-z_]+)\}|%header\{([^}]+)\}|\\[nrt]/g,
    (found, variable: string | undefined, header: string | undefined) => {
      if (found === "%%") return "%";
      if (found === "\\n") return "\n";
      if (found === "\\r") return "\r";
      if (found === "\\t") return "\t";
      if (header !== undefined) return headers.get(header) ?? "";
      return factOf(variable ?? "", transferred) ?? "";
    },
  );
}

function factOf(name: string, { response, request, size, seconds }: Transferred) {
  const { headers, status, url } = response;
  const values: Readonly<Record<string, string>> = {
    content_type: headers.get("content-type") ?? "",
    http_code: `${status}`.padStart(3, "0"),
    http_version: "1.1",
    method: request.method,
    redirect_url: headers.get("location") ?? "",
    response_code: `${status}`.padStart(3, "0"),
    size_download: `${size}`,
    time_total: seconds.toFixed(6),
    url: request.url,
    url_effective: url || request.url,
  };
  return values[name];
}
