import { Sinkove } from "@sinkove/sdk";

// A character was changed. The SDK notices that before it sends a request.
try {
  new Sinkove({ apiKey: "sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5K" });
} catch (error) {
  console.log(String(error));
}

// This key is well formed, but was never issued. Only the API can know that.
const stranger = new Sinkove({ apiKey: "sinkove_test_ThisKeyWasNeverIssuedAnywhere0002PPWlu" });
const { error } = await stranger.me().safe();
console.log(error?.message);
