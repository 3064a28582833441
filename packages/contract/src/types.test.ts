import { expectTypeOf, test } from "vitest";
import type { Dataset, ErrorCode, RequestBody, ResponseBody } from "./types.ts";

test("each operation has its own union of error codes", () => {
  expectTypeOf<"DATASET_NOT_FOUND">().toExtend<ErrorCode<"getDataset">>();
  expectTypeOf<"INSUFFICIENT_CREDITS">().not.toExtend<ErrorCode<"getDataset">>();
  expectTypeOf<ErrorCode<"createDataset">>().toExtend<ErrorCode>();
});

test("bodies and queries are typed by their operation", () => {
  expectTypeOf<ResponseBody<"getDataset", 200>>().toEqualTypeOf<Dataset>();
  expectTypeOf<RequestBody<"createDataset">["numSamples"]>().toEqualTypeOf<number>();
});
