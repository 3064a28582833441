import { APIError, Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
try {
  await sinkove.datasets.get("01939ae2-0000-7000-8000-000000000000");
} catch (error) {
  if (!(error instanceof APIError) || !error.requestId) throw error;
  const request = await sinkove.requests.get(error.requestId);
  console.log(request.method, request.path, request.status, request.code);
}
