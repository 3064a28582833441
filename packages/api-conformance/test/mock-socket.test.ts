import { conform } from "./conform.ts";
import { createMockTarget, MOCK_SOCKET } from "./targets/mock.ts";

conform(() => createMockTarget({ port: 0 }), MOCK_SOCKET);
