# Nothing is sent
curl -sS "$SINKOVE_API_URL/v1/me" | jq -r '.code, .reason'

# Not the scheme Bearer
curl -sS "$SINKOVE_API_URL/v1/me" -H "Authorization: $SINKOVE_API_KEY" | jq -r '.code, .reason'

# Single quotes: the shell does not put the variable's value there
curl -sS "$SINKOVE_API_URL/v1/me" -H 'Authorization: Bearer $SINKOVE_API_KEY' | jq -r '.code, .reason'

# A character is missing at the end
curl -sS "$SINKOVE_API_URL/v1/me" \
  -H "Authorization: Bearer sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5" | jq -r '.code, .reason'
