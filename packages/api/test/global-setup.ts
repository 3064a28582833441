import { shareServer } from "@sinkove/temporary-postgres";

export const setup = () => shareServer();
