export { ownContract, readContract } from "./contract-file.ts";
export { type Listening, type ListenOptions, listen } from "./listen.ts";
export { MockError } from "./mock-error.ts";
export { createStatelessMock, type FetchHandler } from "./stateless.ts";
