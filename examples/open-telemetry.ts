import { context, propagation, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import {
  BasicTracerProvider,
  ConsoleSpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { Sinkove } from "@sinkove/sdk";

context.setGlobalContextManager(new AsyncLocalStorageContextManager());
propagation.setGlobalPropagator(new W3CTraceContextPropagator());
const exporter = new SimpleSpanProcessor(new ConsoleSpanExporter());
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [exporter] }));

const sinkove = new Sinkove({
  // Hooks run in the context of the call, so the active span is the one around the call.
  onRequest: ({ headers }) =>
    propagation.inject(context.active(), headers, {
      set: (to, name, value) => to.set(name, value),
    }),
  onResponse: ({ method, status, attempt, durationMs, requestId }) =>
    trace.getActiveSpan()?.addEvent("response", { method, status, attempt, durationMs, requestId }),
  onError: ({ error }) => trace.getActiveSpan()?.recordException(error),
  onRetry: ({ attempt, waitMs }) => trace.getActiveSpan()?.addEvent("retry", { attempt, waitMs }),
});

await trace.getTracer("example").startActiveSpan("list datasets", async (span) => {
  try {
    const datasets = await sinkove.datasets.list().all();
    span.setAttribute("datasets.count", datasets.length);
  } finally {
    span.end();
  }
});
