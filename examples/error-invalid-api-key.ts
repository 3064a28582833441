import { Sinkove } from "@sinkove/sdk";

// The SDK finds this one before it sends anything: a character was changed.
try {
  new Sinkove({ apiKey: "sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5K" });
} catch (error) {
  console.log(String(error));
}

// Well formed, but never issued: only the API can know.
const stranger = new Sinkove({ apiKey: "sinkove_test_ThisKeyWasNeverIssuedAnywhere0002PPWlu" });
const { error } = await stranger.me().safe();
console.log(error?.message);
