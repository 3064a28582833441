import { expect, test, vi } from "vitest";
import { order } from "./open-archive.ts";

test("tables are filled by the first film, not by loading the package", async () => {
  const tables = [vi.spyOn(Float64Array, "from"), vi.spyOn(Int32Array, "from")];
  const filled = () => tables.map(({ mock }) => mock.calls.length > 0);

  vi.resetModules();
  const { generateArchive } = await import("../src/index.ts");
  expect(filled()).toEqual([false, false]);

  for (const _ of generateArchive(order({ prompt: "Cardiomegaly" }), { imageSize: 32 })) {
    // Drawn by reading it.
  }
  expect(filled()).toEqual([true, true]);
});
