import { open } from "node:fs/promises";

/** Makes the names in a folder durable: a synced file can still lose its name in a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  // Folders cannot be opened on Windows. A rename cannot be made more durable there.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
