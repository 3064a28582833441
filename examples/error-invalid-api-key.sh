# No key
curl -sS "$SINKOVE_API_URL/v1/me" | jq -r '.code, .reason'

# The scheme Bearer is missing
curl -sS "$SINKOVE_API_URL/v1/me" -H "Authorization: $SINKOVE_API_KEY" | jq -r '.code, .reason'

# The shell does not expand variables in single quotes
curl -sS "$SINKOVE_API_URL/v1/me" -H 'Authorization: Bearer $SINKOVE_API_KEY' | jq -r '.code, .reason'

# The last character is missing
curl -sS "$SINKOVE_API_URL/v1/me" \
  -H "Authorization: Bearer sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5" | jq -r '.code, .reason'
