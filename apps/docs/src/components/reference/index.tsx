export { Endpoint } from "./endpoint.tsx";
export { ErrorSummary } from "./error-summary.tsx";
export { Errors } from "./errors.tsx";
export { Members } from "./members.tsx";
export { Parameters } from "./parameters.tsx";
export { ResponseExample } from "./response-example.tsx";
