import { conform } from "./conform.ts";
import { createSocketTarget, SOCKET } from "./targets/socket.ts";

conform(createSocketTarget, SOCKET);
