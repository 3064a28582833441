import { shareServer } from "@sinkove/temporary-postgres";

// Tests look for the password in logs.
export const setup = () => shareServer("canary");
