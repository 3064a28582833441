import { APIError, Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
try {
  await sinkove.datasets.get("01939ae2-0000-7000-8000-000000000000");
} catch (error) {
  if (!(error instanceof APIError)) throw error; // a network error, a timeout or a bug
  switch (error.code) {
    case "DATASET_NOT_FOUND":
      console.log("Nobody asked for it, or it was deleted.");
      break;
    default:
      console.log(error.message, error.requestId);
  }
}
