/** Converts `createDataset` and `DATASET_NOT_FOUND` to `create-dataset` and `dataset-not-found`. */
export function kebab(name: string): string {
  const words = name.includes("_") ? name : name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-");
  return words.replaceAll("_", "-").replaceAll(" ", "-").toLowerCase();
}

export function operationAddress(operationId: string): string {
  return `/reference/${kebab(operationId)}`;
}

export function schemaAddress(name: string): string {
  return `/reference/schemas#${name.toLowerCase()}`;
}

/** Returns the path that the API uses in a problem's `type`. */
export function errorAddress(code: string): string {
  return `/errors/${kebab(code)}`;
}
