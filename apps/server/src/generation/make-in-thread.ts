import { Worker } from "node:worker_threads";
import type { MakeArchive, StoredArchive } from "@sinkove/api";
import { UnsupportedPromptError } from "@sinkove/generator";
import type { ArchiveLocation } from "../archives/archives.ts";
import type { ThreadMessage, ThreadTask } from "./thread.ts";

/** The thread's file, which is beside this one both before and after the build. */
const THREAD = new URL(`./thread${import.meta.url.slice(-3)}`, import.meta.url);

/** More memory than a thread ever needs. A faulty thread ends, but the server does not. */
const MOST_MEGABYTES = 512;

/** Generates each archive in a separate thread, so that the main thread keeps answering requests. */
export function makeInThreads(location: ArchiveLocation): MakeArchive {
  return async (order, { archive, onSample, signal }) => {
    signal.throwIfAborted();
    const workerData: ThreadTask = { order, archive, location };
    const resourceLimits = { maxOldGenerationSizeMb: MOST_MEGABYTES };
    const thread = new Worker(THREAD, { workerData, resourceLimits });
    const end = (): void => void thread.terminate();
    signal.addEventListener("abort", end);
    try {
      return await outcomeOf(thread, onSample);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener("abort", end);
      await thread.terminate();
    }
  };
}

function outcomeOf(thread: Worker, onSample: (done: number) => void): Promise<StoredArchive> {
  return new Promise((resolve, reject) => {
    thread.on("message", (message: ThreadMessage) => {
      if (message.type === "sample") onSample(message.done);
      else if (message.type === "made") resolve(message.made);
      else reject(new UnsupportedPromptError(message.message, message.words));
    });
    thread.on("error", reject);
    // This comes after every message. If one of them settled the promise, it has no effect.
    thread.on("exit", () => reject(new Error("The thread ended without a result.")));
  });
}
