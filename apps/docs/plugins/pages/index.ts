import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "@docusaurus/types";
import { addressOf, htmlFiles } from "../html-files.ts";
import { replaceFile } from "../replace-file.ts";
import { socialImages } from "../social-images/index.ts";
import { withSocialImage } from "../social-images/meta.ts";
import { hashesOf, headersFile, withPolicy } from "./security.ts";
import { readStyles, withStyles } from "./styles.ts";

/**
 * Finishes the built pages: adds their styles and the tags of their social images, and then the content security
 * policy, which contains hashes of the inline code. Also writes the policy to `_headers`, which several static hosts
 * (and scripts/serve.mts) read.
 */
export function finishedPages(): Plugin {
  return {
    name: "sinkove-finished-pages",
    async postBuild(props) {
      const { outDir } = props;
      const imageOf = await socialImages(props);
      const files = await htmlFiles(outDir);
      const styles = await readStyles(
        outDir,
        await readFile(path.join(outDir, "404.html"), "utf8"),
      );
      const hashes = { script: new Set<string>(), style: new Set<string>() };
      for (const file of files) {
        const styled = withStyles(await readFile(file, "utf8"), styles);
        const html = withSocialImage(styled, imageOf(addressOf(path.relative(outDir, file))));
        for (const tag of ["script", "style"] as const)
          for (const hash of hashesOf(html, tag)) hashes[tag].add(hash);
        await replaceFile(file, withPolicy(html));
      }
      await writeFile(path.join(outDir, "_headers"), headersFile(hashes));
    },
  };
}
