export {
  createPlayground,
  type Example,
  type Playground,
  type PlaygroundOptions,
  type Run,
  type RunEnd,
  type RunEvents,
} from "./page/playground.ts";
export { faultOf, MOCK_URL, type TargetChoice, type TargetKind } from "./page/target.ts";
export type { Language, RequestNote } from "./run/protocol.ts";
export { readStoredEntry, readZipDirectory, type ZipEntry } from "./shell/zip-directory.ts";
