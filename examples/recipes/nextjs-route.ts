// app/api/datasets/route.ts
import { APIError, Sinkove } from "@sinkove/sdk";

// Created on the first request, because there is no key during the build.
let client: Sinkove | undefined;
function sinkove(): Sinkove {
  client ??= new Sinkove(); // SINKOVE_API_KEY, SINKOVE_API_URL
  return client;
}

export async function GET(): Promise<Response> {
  const { items } = await sinkove().datasets.list({ limit: 20 });
  return Response.json(items.map(({ id, args, metadata }) => ({ id, args, metadata })));
}

export async function POST(request: Request): Promise<Response> {
  const { prompt } = await request.json();
  try {
    const { id } = await sinkove().datasets.create({
      modelId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", // Chest X-ray v2
      numSamples: 2,
      args: { prompt },
    });
    return Response.json({ id }, { status: 201 });
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    return Response.json({ code: error.code, detail: error.detail }, { status: error.status });
  }
}
