import { open } from "node:fs/promises";

/** Makes durable which files a folder has: one that was synced itself may else lose its name with the power. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows has no folders that can be opened; there a rename is as durable as it gets.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
