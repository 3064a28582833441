import { mergeConfig } from "vitest/config";
import base from "../../../vitest.base.ts";

export default mergeConfig(base, {
  test: { include: ["running-server/running-server.ts"], reporters: ["default"] },
});
