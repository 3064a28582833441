import { chestXrayModels } from "@sinkove/generator";
import { createSandbox } from "@sinkove/mock-server";
import { readStoredEntry, readZipDirectory } from "@sinkove/playground";
import { Sinkove } from "@sinkove/sdk";
import { expect, test } from "vitest";
import { builtPage } from "./built-site.mts";

const [, model] = chestXrayModels;
if (!model) throw new Error("The generator has no second model.");
const args = { prompt: "Severe cardiomegaly", seed: 7 };

/** Downloads an archive from a sandbox. */
async function sandboxArchive(): Promise<Uint8Array<ArrayBuffer>> {
  await using sandbox = await createSandbox();
  const sinkove = new Sinkove({ ...sandbox });
  const modelId = (await sinkove.models.list())?.items[0]?.id ?? "";
  const { id } = await sinkove.datasets.create({ modelId, numSamples: 1, args });
  sandbox.clock.advance("P1D");
  return new Uint8Array(await sinkove.datasets.download(id));
}

/** Returns the file names of an archive, and the width of its first image. */
function contentsOf(archive: Uint8Array<ArrayBuffer>) {
  const entries = readZipDirectory(archive) ?? [];
  const image = entries.find(({ name }) => name === "images/00001.png");
  const png = image && readStoredEntry(archive, image);
  // The width is the first field of a PNG's header.
  const width = png && new DataView(png.buffer, png.byteOffset).getUint32(16);
  return { names: entries.map(({ name }) => name), width };
}

test("the guide lists the files of an archive, and the size of images in a sandbox and from the service", async () => {
  const guide = builtPage("/guides/datasets");
  const files = guide.texts("td:first-child code");
  const { names, width } = contentsOf(await sandboxArchive());
  const kinds = new Set(names.map((name) => name.split("/")[0]));
  const documented = files.map((file) => file.split("/")[0]);
  expect(documented).toEqual(expect.arrayContaining([...kinds]));
  for (const file of files.filter((name) => /\.(png|json|md)$/.test(name)))
    expect(names).toContain(file);
  for (const page of [
    guide,
    builtPage("/get-started"),
    builtPage("/guides/base-url-and-sandbox"),
  ]) {
    expect(page.text).toContain(`${width} × ${width}`);
    expect(page.text).toContain(`${model.imageSize.width} × ${model.imageSize.height}`);
  }
});
