export { Sinkove, type SinkoveOptions } from "./sinkove.ts";
