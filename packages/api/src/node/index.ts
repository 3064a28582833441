export { answerBrokenRequests, MOST_HEADER_BYTES } from "./broken-requests.ts";
export { type Cors, type CorsOptions, createCors } from "./cors.ts";
export { createListener, type ListenerOptions, type Wire } from "./listener.ts";
export { hostProblem } from "./problems.ts";
