export {
  type ApiKeyCredentials,
  type ApiKeyDiagnosis,
  type DiagnoseOptions,
  diagnoseApiKey,
  diagnoseAuthorization,
  type InvalidApiKeyReason,
} from "./diagnose.ts";
export {
  API_KEY_PATTERN,
  type ApiKeyEnvironment,
  type GenerateApiKeyOptions,
  generateApiKey,
  type ParsedApiKey,
  parseApiKey,
} from "./form.ts";
export { redact } from "./redact.ts";
