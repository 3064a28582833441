/** A page of each kind, with its maximum weight: HTML, CSS and JavaScript of the route, in KB after gzip. */
export const kindsOfPage = [
  { kind: "home", address: "/", budget: 220 },
  { kind: "guide", address: "/authentication", budget: 220 },
  { kind: "operation", address: "/reference/create-dataset", budget: 240 },
  { kind: "schemas", address: "/reference/schemas", budget: 240 },
  { kind: "error", address: "/errors/invalid-api-key", budget: 220 },
  { kind: "SDK reference", address: "/sdk/typescript/Datasets", budget: 220 },
] as const;
