import { fire, type Shot } from "../api/load.ts";
import { type MeasuredServer, startBare, startSinkove } from "../api/measured-server.ts";
import { exactly, type Measure, type Row, times } from "../measure.ts";

/** Megabytes at rest, and after many requests. */
async function measure(name: string, server: MeasuredServer, count: number): Promise<Row[]> {
  const shot: Shot = { method: "GET", path: "/v1/models", key: server.key };
  const atRest = (await server.cost()).megabytes;
  await fire(server, shot, { requests: count, status: 200 });
  const after = (await server.cost()).megabytes;
  await server.stop();
  return [
    { subject: `${name}, at rest`, value: exactly(atRest), unit: "MB" },
    { subject: `${name}, after ${count} requests`, value: exactly(after), unit: "MB" },
  ];
}

export const apiMemory: Measure = {
  name: "api-memory",
  title: "Resident memory of the server's process",
  async run(context) {
    const count = times(20_000, context);
    return [
      ...(await measure("node:http", await startBare("[]"), count)),
      ...(await measure("sinkove-server", await startSinkove(), count)),
    ];
  },
};
