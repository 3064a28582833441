import { copyFile, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "@docusaurus/types";
import { packPackage } from "@sinkove/local-registry";
import { isPublished } from "../../publication.ts";
import { tarballNames, wheel } from "./installable.ts";

const modules = fileURLToPath(new URL("../../../../node_modules", import.meta.url));

/** Publishes the installable packages on the site, at `/packages`, until the registries have them. */
export function packages(): Plugin {
  return {
    name: "sinkove-packages",
    async postBuild({ outDir }) {
      if (isPublished) return;
      const folder = path.join(outDir, "packages");
      await mkdir(folder, { recursive: true });
      await copyFile(wheel, path.join(folder, path.basename(wheel)));
      const work = await mkdtemp(path.join(tmpdir(), "sinkove-pack-"));
      try {
        for (const [name, tarball] of Object.entries(tarballNames)) {
          const packed = await packPackage(path.join(modules, name), work);
          await rename(packed, path.join(folder, tarball));
        }
      } finally {
        await rm(work, { recursive: true });
      }
    },
  };
}
