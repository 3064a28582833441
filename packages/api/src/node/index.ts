export { type AddressRanges, readAddressRanges } from "./addresses.ts";
export { answerBrokenRequests, MOST_HEADER_BYTES } from "./broken-requests.ts";
export { type Cors, type CorsOptions, createCors } from "./cors.ts";
export { createListener, type ListenerOptions, type Wire } from "./listener.ts";
export { NodeHeaders } from "./node-headers.ts";
export { hostProblem } from "./problems.ts";
export type { NodeRequest } from "./read-request.ts";
export type { HostAddress, ResolveHost } from "./webhooks/resolve-host.ts";
export {
  createWebhookSender,
  createWebhookUrlFault,
  type WebhookSenderOptions,
} from "./webhooks/send-webhook.ts";
