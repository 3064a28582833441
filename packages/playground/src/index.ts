export { createPlayground, type Playground, type PlaygroundOptions } from "./page/playground.ts";
export type { Example, Run, RunEnd, RunEvents } from "./page/run.ts";
export { faultOf, MOCK_URL, type TargetChoice, type TargetKind } from "./page/target.ts";
export type { Language, RequestNote } from "./run/protocol.ts";
export { readStoredEntry, readZipDirectory, type ZipEntry } from "./shell/zip-directory.ts";
