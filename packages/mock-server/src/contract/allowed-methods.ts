const methods = ["get", "post", "put", "patch", "delete"];

/** The methods that the contract has at a path, `HEAD` with `GET`; undefined where there is no such path. */
export function allowedMethods(document: object, path: string): string[] | undefined {
  const { paths } = document as { paths: Record<string, object> };
  const item = Object.entries(paths).find(([template]) => patternOf(template).test(path))?.[1];
  if (!item) return undefined;
  const own = methods.filter((method) => method in item).map((method) => method.toUpperCase());
  return own.includes("GET") ? ["HEAD", ...own] : own;
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`);
}
