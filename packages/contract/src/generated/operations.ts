// Generated from the contract. Do not edit; run `npm run generate`.
import type { OperationTable } from "../operation.ts";

export const table: OperationTable = {
  "getMe": {
    "id": "getMe",
    "method": "GET",
    "path": "/me",
    "tag": "Account",
    "summary": "Get the current account",
    "scopes": [],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "Me",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "406": "NotAcceptable",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "deleteMe": {
    "id": "deleteMe",
    "method": "DELETE",
    "path": "/me",
    "tag": "Account",
    "summary": "Delete your account",
    "scopes": [],
    "schemes": [
      "session"
    ],
    "isPublic": false,
    "parameters": [],
    "body": null,
    "mediaType": null,
    "responses": {
      "204": "Deleted",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "SessionDenied",
      "406": "NotAcceptable",
      "409": "LastOwner",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "LAST_OWNER"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "deleteMembership": {
    "id": "deleteMembership",
    "method": "DELETE",
    "path": "/me/organizations/{organizationId}",
    "tag": "Account",
    "summary": "Leave an organization",
    "scopes": [],
    "schemes": [
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": null,
    "responses": {
      "204": "Deleted",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "SessionDenied",
      "406": "NotAcceptable",
      "409": "LastOwner",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "LAST_OWNER"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "listApiKeys": {
    "id": "listApiKeys",
    "method": "GET",
    "path": "/api-keys",
    "tag": "API keys",
    "summary": "List the account's API keys",
    "scopes": [
      "api_keys:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "default": 100
      },
      {
        "name": "cursor",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "ApiKeys",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "PermissionDenied",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "createApiKey": {
    "id": "createApiKey",
    "method": "POST",
    "path": "/api-keys",
    "tag": "API keys",
    "summary": "Issue an API key",
    "scopes": [
      "api_keys:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "body": {
      "required": true,
      "maxBytes": 16384
    },
    "mediaType": "application/json",
    "responses": {
      "201": "IssuedApiKey",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "GrantDenied",
      "406": "NotAcceptable",
      "409": "CreateApiKeyConflict",
      "413": "PayloadTooLarge",
      "415": "UnsupportedMediaType",
      "422": "InvalidWrite",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "API_KEY_LIMIT_REACHED",
        "IDEMPOTENCY_CONFLICT"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR",
        "IDEMPOTENCY_KEY_REUSED"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "reportApiKeyLeak": {
    "id": "reportApiKeyLeak",
    "method": "POST",
    "path": "/api-keys/leaks",
    "tag": "API keys",
    "summary": "Report a leaked API key",
    "scopes": [],
    "schemes": [],
    "isPublic": true,
    "parameters": [],
    "body": {
      "required": true,
      "maxBytes": 8192
    },
    "mediaType": null,
    "responses": {
      "202": "LeakReportAccepted",
      "400": "InvalidRequest",
      "413": "PublicPayloadTooLarge",
      "415": "PublicUnsupportedMediaType",
      "422": "PublicInvalidBody",
      "429": "TooManyLeakReports",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "getApiKey": {
    "id": "getApiKey",
    "method": "GET",
    "path": "/api-keys/{apiKeyId}",
    "tag": "API keys",
    "summary": "Get an API key",
    "scopes": [
      "api_keys:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "apiKeyId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "ApiKey",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "PermissionDenied",
      "404": "ApiKeyNotFound",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "API_KEY_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "updateApiKey": {
    "id": "updateApiKey",
    "method": "PATCH",
    "path": "/api-keys/{apiKeyId}",
    "tag": "API keys",
    "summary": "Change an API key",
    "scopes": [
      "api_keys:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "apiKeyId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": {
      "required": true,
      "maxBytes": 16384
    },
    "mediaType": "application/json",
    "responses": {
      "200": "UpdatedApiKey",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "GrantDenied",
      "404": "ApiKeyNotFound",
      "406": "NotAcceptable",
      "409": "UpdateApiKeyConflict",
      "413": "PayloadTooLarge",
      "415": "UnsupportedMediaType",
      "422": "InvalidBody",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "API_KEY_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "API_KEY_ALREADY_REVOKED",
        "API_KEY_LIMIT_REACHED"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "rotateApiKey": {
    "id": "rotateApiKey",
    "method": "POST",
    "path": "/api-keys/{apiKeyId}/rotate",
    "tag": "API keys",
    "summary": "Rotate an API key",
    "scopes": [
      "api_keys:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "apiKeyId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "body": {
      "required": false,
      "maxBytes": 1024
    },
    "mediaType": "application/json",
    "responses": {
      "201": "IssuedApiKey",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "GrantDenied",
      "404": "ApiKeyNotFound",
      "406": "NotAcceptable",
      "409": "RotateConflict",
      "413": "PayloadTooLarge",
      "415": "UnsupportedMediaType",
      "422": "InvalidWrite",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "API_KEY_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "API_KEY_ALREADY_REVOKED",
        "API_KEY_ALREADY_ROTATED",
        "API_KEY_LIMIT_REACHED",
        "IDEMPOTENCY_CONFLICT"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR",
        "IDEMPOTENCY_KEY_REUSED"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "revokeApiKey": {
    "id": "revokeApiKey",
    "method": "POST",
    "path": "/api-keys/{apiKeyId}/revoke",
    "tag": "API keys",
    "summary": "Revoke an API key",
    "scopes": [
      "api_keys:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "apiKeyId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "body": {
      "required": false,
      "maxBytes": 1024
    },
    "mediaType": "application/json",
    "responses": {
      "200": "RevokedApiKey",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "RevokeDenied",
      "404": "ApiKeyNotFound",
      "406": "NotAcceptable",
      "409": "RevokeConflict",
      "413": "PayloadTooLarge",
      "415": "UnsupportedMediaType",
      "422": "InvalidWrite",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "API_KEY_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "API_KEY_ALREADY_REVOKED",
        "IDEMPOTENCY_CONFLICT"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR",
        "IDEMPOTENCY_KEY_REUSED"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "getApiKeyUsage": {
    "id": "getApiKeyUsage",
    "method": "GET",
    "path": "/api-keys/{apiKeyId}/usage",
    "tag": "Usage",
    "summary": "Get an API key's usage",
    "scopes": [
      "usage:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "apiKeyId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "from",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "to",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "interval",
        "in": "query",
        "required": false,
        "type": "string",
        "default": "day"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "Usage",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "PermissionDenied",
      "404": "ApiKeyNotFound",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "API_KEY_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "listApiKeyEvents": {
    "id": "listApiKeyEvents",
    "method": "GET",
    "path": "/api-keys/{apiKeyId}/events",
    "tag": "API keys",
    "summary": "List what happened to an API key",
    "scopes": [
      "api_keys:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "apiKeyId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "default": 100
      },
      {
        "name": "cursor",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "ApiKeyEvents",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "PermissionDenied",
      "404": "ApiKeyNotFound",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "API_KEY_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "getApiKeyAdvice": {
    "id": "getApiKeyAdvice",
    "method": "GET",
    "path": "/api-keys/{apiKeyId}/advice",
    "tag": "API keys",
    "summary": "Get advice on an API key",
    "scopes": [
      "api_keys:read",
      "requests:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "apiKeyId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "ApiKeyAdvice",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "PermissionDenied",
      "404": "ApiKeyNotFound",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "API_KEY_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "reportGithubLeaks": {
    "id": "reportGithubLeaks",
    "method": "POST",
    "path": "/leaks/github",
    "tag": "API keys",
    "summary": "Receive leaked API keys from GitHub",
    "scopes": [],
    "schemes": [],
    "isPublic": true,
    "parameters": [
      {
        "name": "Github-Public-Key-Identifier",
        "in": "header",
        "required": true,
        "type": "string"
      },
      {
        "name": "Github-Public-Key-Signature",
        "in": "header",
        "required": true,
        "type": "string"
      }
    ],
    "body": {
      "required": true,
      "maxBytes": 1048576
    },
    "mediaType": "application/json",
    "responses": {
      "200": "GithubLeakVerdicts",
      "400": "InvalidGithubSignature",
      "413": "PublicPayloadTooLarge",
      "415": "PublicUnsupportedMediaType",
      "422": "PublicInvalidBody",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "getUsage": {
    "id": "getUsage",
    "method": "GET",
    "path": "/usage",
    "tag": "Usage",
    "summary": "Get the account's usage",
    "scopes": [
      "usage:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "from",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "to",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "interval",
        "in": "query",
        "required": false,
        "type": "string",
        "default": "day"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "Usage",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "PermissionDenied",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "listRequests": {
    "id": "listRequests",
    "method": "GET",
    "path": "/requests",
    "tag": "Requests",
    "summary": "List requests",
    "scopes": [
      "requests:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "default": 100
      },
      {
        "name": "cursor",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "apiKeyId",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "actorType",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "operation",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "statusClass",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "code",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "occurredAfter",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "occurredBefore",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "LoggedRequests",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "PermissionDenied",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "getRequest": {
    "id": "getRequest",
    "method": "GET",
    "path": "/requests/{requestId}",
    "tag": "Requests",
    "summary": "Get a request",
    "scopes": [
      "requests:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "requestId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "LoggedRequest",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "PermissionDenied",
      "404": "RequestNotFound",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "REQUEST_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "listOrganizations": {
    "id": "listOrganizations",
    "method": "GET",
    "path": "/organizations",
    "tag": "Organizations",
    "summary": "List organizations",
    "scopes": [
      "organizations:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "default": 100
      },
      {
        "name": "cursor",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "Organizations",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "PermissionDenied",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "createOrganization": {
    "id": "createOrganization",
    "method": "POST",
    "path": "/organizations",
    "tag": "Organizations",
    "summary": "Create an organization",
    "scopes": [
      "organizations:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "body": {
      "required": true,
      "maxBytes": 1024
    },
    "mediaType": "application/json",
    "responses": {
      "201": "CreatedOrganization",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "406": "NotAcceptable",
      "409": "OrganizationConflict",
      "413": "PayloadTooLarge",
      "415": "UnsupportedMediaType",
      "422": "InvalidWrite",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "IDEMPOTENCY_CONFLICT",
        "ORGANIZATION_LIMIT_REACHED"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR",
        "IDEMPOTENCY_KEY_REUSED"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "getOrganization": {
    "id": "getOrganization",
    "method": "GET",
    "path": "/organizations/{organizationId}",
    "tag": "Organizations",
    "summary": "Get an organization",
    "scopes": [
      "organizations:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "Organization",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "updateOrganization": {
    "id": "updateOrganization",
    "method": "PATCH",
    "path": "/organizations/{organizationId}",
    "tag": "Organizations",
    "summary": "Change an organization",
    "scopes": [
      "organizations:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": {
      "required": true,
      "maxBytes": 1024
    },
    "mediaType": "application/json",
    "responses": {
      "200": "Organization",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "406": "NotAcceptable",
      "413": "PayloadTooLarge",
      "415": "UnsupportedMediaType",
      "422": "InvalidBody",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "deleteOrganization": {
    "id": "deleteOrganization",
    "method": "DELETE",
    "path": "/organizations/{organizationId}",
    "tag": "Organizations",
    "summary": "Delete an organization",
    "scopes": [
      "organizations:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": null,
    "responses": {
      "204": "Deleted",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "406": "NotAcceptable",
      "409": "OrganizationNotEmpty",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "ORGANIZATION_NOT_EMPTY"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "listCreditEntries": {
    "id": "listCreditEntries",
    "method": "GET",
    "path": "/organizations/{organizationId}/credit-entries",
    "tag": "Organizations",
    "summary": "List credit entries",
    "scopes": [
      "organizations:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "default": 100
      },
      {
        "name": "cursor",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "kind",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "createdAfter",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "createdBefore",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "CreditEntries",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "listMembers": {
    "id": "listMembers",
    "method": "GET",
    "path": "/organizations/{organizationId}/members",
    "tag": "Members",
    "summary": "List members",
    "scopes": [
      "members:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "default": 100
      },
      {
        "name": "cursor",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "Members",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "updateMember": {
    "id": "updateMember",
    "method": "PATCH",
    "path": "/organizations/{organizationId}/members/{accountId}",
    "tag": "Members",
    "summary": "Change the role of a member",
    "scopes": [
      "members:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "accountId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": {
      "required": true,
      "maxBytes": 1024
    },
    "mediaType": "application/json",
    "responses": {
      "200": "Member",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "404": "MemberNotFound",
      "406": "NotAcceptable",
      "409": "LastOwner",
      "413": "PayloadTooLarge",
      "415": "UnsupportedMediaType",
      "422": "InvalidBody",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "MEMBER_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "LAST_OWNER"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "deleteMember": {
    "id": "deleteMember",
    "method": "DELETE",
    "path": "/organizations/{organizationId}/members/{accountId}",
    "tag": "Members",
    "summary": "Remove a member",
    "scopes": [
      "members:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "accountId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": null,
    "responses": {
      "204": "Deleted",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "404": "MemberNotFound",
      "406": "NotAcceptable",
      "409": "LastOwner",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "MEMBER_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "LAST_OWNER"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "listInvitations": {
    "id": "listInvitations",
    "method": "GET",
    "path": "/organizations/{organizationId}/invitations",
    "tag": "Invitations",
    "summary": "List invitations",
    "scopes": [
      "members:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "default": 100
      },
      {
        "name": "cursor",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "Invitations",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "createInvitation": {
    "id": "createInvitation",
    "method": "POST",
    "path": "/organizations/{organizationId}/invitations",
    "tag": "Invitations",
    "summary": "Invite a person",
    "scopes": [
      "members:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "body": {
      "required": true,
      "maxBytes": 2048
    },
    "mediaType": "application/json",
    "responses": {
      "201": "IssuedInvitation",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "406": "NotAcceptable",
      "409": "InvitationConflict",
      "413": "PayloadTooLarge",
      "415": "UnsupportedMediaType",
      "422": "InvalidWrite",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "ALREADY_MEMBER",
        "IDEMPOTENCY_CONFLICT",
        "INVITATION_LIMIT_REACHED"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR",
        "IDEMPOTENCY_KEY_REUSED"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "revokeInvitation": {
    "id": "revokeInvitation",
    "method": "DELETE",
    "path": "/organizations/{organizationId}/invitations/{invitationId}",
    "tag": "Invitations",
    "summary": "Revoke an invitation",
    "scopes": [
      "members:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "invitationId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": null,
    "responses": {
      "204": "Deleted",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "404": "InvitationNotFound",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "INVITATION_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "acceptInvitation": {
    "id": "acceptInvitation",
    "method": "POST",
    "path": "/invitations/accept",
    "tag": "Invitations",
    "summary": "Accept an invitation",
    "scopes": [],
    "schemes": [
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "body": {
      "required": true,
      "maxBytes": 1024
    },
    "mediaType": "application/json",
    "responses": {
      "200": "JoinedOrganization",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "InvitationDenied",
      "404": "InvitationNotFound",
      "406": "NotAcceptable",
      "409": "OrganizationConflict",
      "410": "InvitationExpired",
      "413": "PayloadTooLarge",
      "415": "UnsupportedMediaType",
      "422": "InvalidWrite",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "INVITATION_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "IDEMPOTENCY_CONFLICT",
        "ORGANIZATION_LIMIT_REACHED"
      ],
      "410": [
        "INVITATION_EXPIRED"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR",
        "IDEMPOTENCY_KEY_REUSED"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "listOrganizationDatasets": {
    "id": "listOrganizationDatasets",
    "method": "GET",
    "path": "/organizations/{organizationId}/datasets",
    "tag": "Datasets",
    "summary": "List an organization's datasets",
    "scopes": [
      "datasets:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "scopedFormOf": "listDatasets",
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "default": 100
      },
      {
        "name": "cursor",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "state",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "modelId",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "createdAfter",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "createdBefore",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "Datasets",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "createOrganizationDataset": {
    "id": "createOrganizationDataset",
    "method": "POST",
    "path": "/organizations/{organizationId}/datasets",
    "tag": "Datasets",
    "summary": "Request a dataset for an organization",
    "scopes": [
      "datasets:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "scopedFormOf": "createDataset",
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "body": {
      "required": true,
      "maxBytes": 16384
    },
    "mediaType": "application/json",
    "responses": {
      "201": "CreatedDataset",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "402": "InsufficientCredits",
      "403": "OrganizationDenied",
      "406": "NotAcceptable",
      "409": "IdempotencyConflict",
      "413": "PayloadTooLarge",
      "415": "UnsupportedMediaType",
      "422": "InvalidDataset",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "402": [
        "INSUFFICIENT_CREDITS"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "IDEMPOTENCY_CONFLICT"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR",
        "INVALID_MODEL",
        "IDEMPOTENCY_KEY_REUSED"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "getOrganizationDataset": {
    "id": "getOrganizationDataset",
    "method": "GET",
    "path": "/organizations/{organizationId}/datasets/{datasetId}",
    "tag": "Datasets",
    "summary": "Get a dataset of an organization",
    "scopes": [
      "datasets:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "scopedFormOf": "getDataset",
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "datasetId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "Dataset",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "404": "DatasetNotFound",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "DATASET_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "deleteOrganizationDataset": {
    "id": "deleteOrganizationDataset",
    "method": "DELETE",
    "path": "/organizations/{organizationId}/datasets/{datasetId}",
    "tag": "Datasets",
    "summary": "Delete a dataset of an organization",
    "scopes": [
      "datasets:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "scopedFormOf": "deleteDataset",
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "datasetId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": null,
    "responses": {
      "204": "Deleted",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "404": "DatasetNotFound",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "DATASET_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "getOrganizationDatasetDownload": {
    "id": "getOrganizationDatasetDownload",
    "method": "GET",
    "path": "/organizations/{organizationId}/datasets/{datasetId}/urls/download",
    "tag": "Datasets",
    "summary": "Get a dataset's download URL within an organization",
    "scopes": [
      "datasets:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "scopedFormOf": "getDatasetDownload",
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "datasetId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "DatasetDownload",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "404": "DatasetNotFound",
      "406": "NotAcceptable",
      "409": "DatasetNotReady",
      "410": "DatasetExpired",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "DATASET_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "DATASET_NOT_READY"
      ],
      "410": [
        "DATASET_EXPIRED"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "listWebhookEndpoints": {
    "id": "listWebhookEndpoints",
    "method": "GET",
    "path": "/organizations/{organizationId}/webhook-endpoints",
    "tag": "Webhook endpoints",
    "summary": "List webhook endpoints",
    "scopes": [
      "webhooks:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "default": 100
      },
      {
        "name": "cursor",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "WebhookEndpoints",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "createWebhookEndpoint": {
    "id": "createWebhookEndpoint",
    "method": "POST",
    "path": "/organizations/{organizationId}/webhook-endpoints",
    "tag": "Webhook endpoints",
    "summary": "Create a webhook endpoint",
    "scopes": [
      "webhooks:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "body": {
      "required": true,
      "maxBytes": 16384
    },
    "mediaType": "application/json",
    "responses": {
      "201": "IssuedWebhookEndpoint",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "406": "NotAcceptable",
      "409": "WebhookEndpointConflict",
      "413": "PayloadTooLarge",
      "415": "UnsupportedMediaType",
      "422": "InvalidWrite",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "IDEMPOTENCY_CONFLICT",
        "WEBHOOK_ENDPOINT_LIMIT_REACHED"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR",
        "IDEMPOTENCY_KEY_REUSED"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "getWebhookEndpoint": {
    "id": "getWebhookEndpoint",
    "method": "GET",
    "path": "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}",
    "tag": "Webhook endpoints",
    "summary": "Get a webhook endpoint",
    "scopes": [
      "webhooks:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "webhookEndpointId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "WebhookEndpoint",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "404": "WebhookEndpointNotFound",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "WEBHOOK_ENDPOINT_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "updateWebhookEndpoint": {
    "id": "updateWebhookEndpoint",
    "method": "PATCH",
    "path": "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}",
    "tag": "Webhook endpoints",
    "summary": "Update a webhook endpoint",
    "scopes": [
      "webhooks:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "webhookEndpointId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": {
      "required": true,
      "maxBytes": 16384
    },
    "mediaType": "application/json",
    "responses": {
      "200": "WebhookEndpoint",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "404": "WebhookEndpointNotFound",
      "406": "NotAcceptable",
      "413": "PayloadTooLarge",
      "415": "UnsupportedMediaType",
      "422": "InvalidBody",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "WEBHOOK_ENDPOINT_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "deleteWebhookEndpoint": {
    "id": "deleteWebhookEndpoint",
    "method": "DELETE",
    "path": "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}",
    "tag": "Webhook endpoints",
    "summary": "Delete a webhook endpoint",
    "scopes": [
      "webhooks:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "webhookEndpointId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": null,
    "responses": {
      "204": "Deleted",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "404": "WebhookEndpointNotFound",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "WEBHOOK_ENDPOINT_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "rotateWebhookEndpoint": {
    "id": "rotateWebhookEndpoint",
    "method": "POST",
    "path": "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/rotate",
    "tag": "Webhook endpoints",
    "summary": "Rotate the secret of a webhook endpoint",
    "scopes": [
      "webhooks:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "webhookEndpointId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "body": {
      "required": false,
      "maxBytes": 1024
    },
    "mediaType": "application/json",
    "responses": {
      "201": "IssuedWebhookEndpoint",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "404": "WebhookEndpointNotFound",
      "406": "NotAcceptable",
      "409": "IdempotencyConflict",
      "413": "PayloadTooLarge",
      "415": "UnsupportedMediaType",
      "422": "InvalidWrite",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "WEBHOOK_ENDPOINT_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "IDEMPOTENCY_CONFLICT"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR",
        "IDEMPOTENCY_KEY_REUSED"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "testWebhookEndpoint": {
    "id": "testWebhookEndpoint",
    "method": "POST",
    "path": "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/test",
    "tag": "Webhook endpoints",
    "summary": "Send a test event",
    "scopes": [
      "webhooks:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "webhookEndpointId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "201": "CreatedWebhookDelivery",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "404": "WebhookEndpointNotFound",
      "406": "NotAcceptable",
      "409": "WebhookDeliveryConflict",
      "422": "InvalidWrite",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "WEBHOOK_ENDPOINT_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "IDEMPOTENCY_CONFLICT",
        "WEBHOOK_ENDPOINT_DISABLED"
      ],
      "422": [
        "VALIDATION_ERROR",
        "IDEMPOTENCY_KEY_REUSED"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "listWebhookDeliveries": {
    "id": "listWebhookDeliveries",
    "method": "GET",
    "path": "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/deliveries",
    "tag": "Webhook endpoints",
    "summary": "List deliveries",
    "scopes": [
      "webhooks:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "webhookEndpointId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "status",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "default": 100
      },
      {
        "name": "cursor",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "WebhookDeliveries",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "404": "WebhookEndpointNotFound",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "WEBHOOK_ENDPOINT_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "replayWebhookDelivery": {
    "id": "replayWebhookDelivery",
    "method": "POST",
    "path": "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/deliveries/{webhookDeliveryId}/replay",
    "tag": "Webhook endpoints",
    "summary": "Replay a delivery",
    "scopes": [
      "webhooks:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "organizationId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "webhookEndpointId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "webhookDeliveryId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "ReplayedWebhookDelivery",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "OrganizationDenied",
      "404": "WebhookDeliveryNotFound",
      "406": "NotAcceptable",
      "409": "WebhookDeliveryConflict",
      "422": "InvalidWrite",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "WEBHOOK_DELIVERY_NOT_FOUND",
        "WEBHOOK_ENDPOINT_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "IDEMPOTENCY_CONFLICT",
        "WEBHOOK_ENDPOINT_DISABLED"
      ],
      "422": [
        "VALIDATION_ERROR",
        "IDEMPOTENCY_KEY_REUSED"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "listModels": {
    "id": "listModels",
    "method": "GET",
    "path": "/models",
    "tag": "Models",
    "summary": "List models",
    "scopes": [
      "models:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "default": 100
      },
      {
        "name": "cursor",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "Models",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "PermissionDenied",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "getModel": {
    "id": "getModel",
    "method": "GET",
    "path": "/models/{modelId}",
    "tag": "Models",
    "summary": "Get a model",
    "scopes": [
      "models:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "modelId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "Model",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "PermissionDenied",
      "404": "ModelNotFound",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "MODEL_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "listDatasets": {
    "id": "listDatasets",
    "method": "GET",
    "path": "/datasets",
    "tag": "Datasets",
    "summary": "List all datasets",
    "scopes": [
      "datasets:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "default": 100
      },
      {
        "name": "cursor",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "state",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "modelId",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "createdAfter",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "createdBefore",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "Datasets",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "PermissionDenied",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "createDataset": {
    "id": "createDataset",
    "method": "POST",
    "path": "/datasets",
    "tag": "Datasets",
    "summary": "Request a dataset",
    "scopes": [
      "datasets:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "body": {
      "required": true,
      "maxBytes": 16384
    },
    "mediaType": "application/json",
    "responses": {
      "201": "CreatedDataset",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "402": "InsufficientCredits",
      "403": "OrganizationDenied",
      "406": "NotAcceptable",
      "409": "IdempotencyConflict",
      "413": "PayloadTooLarge",
      "415": "UnsupportedMediaType",
      "422": "InvalidDataset",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "402": [
        "INSUFFICIENT_CREDITS"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "IDEMPOTENCY_CONFLICT"
      ],
      "413": [
        "PAYLOAD_TOO_LARGE"
      ],
      "415": [
        "UNSUPPORTED_MEDIA_TYPE"
      ],
      "422": [
        "VALIDATION_ERROR",
        "INVALID_MODEL",
        "IDEMPOTENCY_KEY_REUSED"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "getDataset": {
    "id": "getDataset",
    "method": "GET",
    "path": "/datasets/{datasetId}",
    "tag": "Datasets",
    "summary": "Get a dataset",
    "scopes": [
      "datasets:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "datasetId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "Dataset",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "PermissionDenied",
      "404": "DatasetNotFound",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "DATASET_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "deleteDataset": {
    "id": "deleteDataset",
    "method": "DELETE",
    "path": "/datasets/{datasetId}",
    "tag": "Datasets",
    "summary": "Delete a dataset",
    "scopes": [
      "datasets:write"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "datasetId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": null,
    "responses": {
      "204": "Deleted",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "PermissionDenied",
      "404": "DatasetNotFound",
      "406": "NotAcceptable",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "DATASET_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "getDatasetDownload": {
    "id": "getDatasetDownload",
    "method": "GET",
    "path": "/datasets/{datasetId}/urls/download",
    "tag": "Datasets",
    "summary": "Get a dataset's download URL",
    "scopes": [
      "datasets:read"
    ],
    "schemes": [
      "apiKey",
      "session"
    ],
    "isPublic": false,
    "parameters": [
      {
        "name": "datasetId",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/json",
    "responses": {
      "200": "DatasetDownload",
      "400": "InvalidRequest",
      "401": "Unauthorized",
      "403": "PermissionDenied",
      "404": "DatasetNotFound",
      "406": "NotAcceptable",
      "409": "DatasetNotReady",
      "410": "DatasetExpired",
      "422": "InvalidParameters",
      "429": "RateLimitExceeded",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "401": [
        "INVALID_API_KEY",
        "API_KEY_EXPIRED",
        "API_KEY_REVOKED",
        "API_KEY_DISABLED",
        "INVALID_SESSION"
      ],
      "403": [
        "PERMISSION_DENIED"
      ],
      "404": [
        "DATASET_NOT_FOUND"
      ],
      "406": [
        "NOT_ACCEPTABLE"
      ],
      "409": [
        "DATASET_NOT_READY"
      ],
      "410": [
        "DATASET_EXPIRED"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "429": [
        "RATE_LIMIT_EXCEEDED"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  },
  "downloadFile": {
    "id": "downloadFile",
    "method": "GET",
    "path": "/downloads/{downloadToken}",
    "tag": "Downloads",
    "summary": "Fetch a file",
    "scopes": [],
    "schemes": [],
    "isPublic": true,
    "parameters": [
      {
        "name": "downloadToken",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "Range",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "If-Range",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "If-None-Match",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "body": null,
    "mediaType": "application/zip",
    "responses": {
      "200": "File",
      "206": "PartialFile",
      "304": "FileNotModified",
      "400": "InvalidRequest",
      "404": "DownloadNotFound",
      "410": "DownloadGone",
      "416": "RangeNotSatisfiable",
      "422": "InvalidDownloadToken",
      "500": "InternalError",
      "503": "ServiceUnavailable"
    },
    "errors": {
      "400": [
        "INVALID_REQUEST"
      ],
      "404": [
        "DOWNLOAD_NOT_FOUND"
      ],
      "410": [
        "DOWNLOAD_EXPIRED",
        "DOWNLOAD_REVOKED"
      ],
      "416": [
        "RANGE_NOT_SATISFIABLE"
      ],
      "422": [
        "VALIDATION_ERROR"
      ],
      "500": [
        "INTERNAL_ERROR"
      ],
      "503": [
        "SERVICE_UNAVAILABLE"
      ]
    }
  }
};

/** Operations that need neither an API key nor a session. */
export type PublicOperationId =
  | "reportApiKeyLeak"
  | "reportGithubLeaks"
  | "downloadFile";

/** Operations that change something: all but GET. */
export type WriteOperationId =
  | "deleteMe"
  | "deleteMembership"
  | "createApiKey"
  | "reportApiKeyLeak"
  | "updateApiKey"
  | "rotateApiKey"
  | "revokeApiKey"
  | "reportGithubLeaks"
  | "createOrganization"
  | "updateOrganization"
  | "deleteOrganization"
  | "updateMember"
  | "deleteMember"
  | "createInvitation"
  | "revokeInvitation"
  | "acceptInvitation"
  | "createOrganizationDataset"
  | "deleteOrganizationDataset"
  | "createWebhookEndpoint"
  | "updateWebhookEndpoint"
  | "deleteWebhookEndpoint"
  | "rotateWebhookEndpoint"
  | "testWebhookEndpoint"
  | "replayWebhookDelivery"
  | "createDataset"
  | "deleteDataset";

/** The status of each error code that an operation can answer with. */
export const statuses = {
  "INVALID_REQUEST": 400,
  "INVALID_API_KEY": 401,
  "API_KEY_EXPIRED": 401,
  "API_KEY_REVOKED": 401,
  "API_KEY_DISABLED": 401,
  "INVALID_SESSION": 401,
  "NOT_ACCEPTABLE": 406,
  "RATE_LIMIT_EXCEEDED": 429,
  "INTERNAL_ERROR": 500,
  "SERVICE_UNAVAILABLE": 503,
  "PERMISSION_DENIED": 403,
  "LAST_OWNER": 409,
  "VALIDATION_ERROR": 422,
  "API_KEY_LIMIT_REACHED": 409,
  "IDEMPOTENCY_CONFLICT": 409,
  "PAYLOAD_TOO_LARGE": 413,
  "UNSUPPORTED_MEDIA_TYPE": 415,
  "IDEMPOTENCY_KEY_REUSED": 422,
  "API_KEY_NOT_FOUND": 404,
  "API_KEY_ALREADY_REVOKED": 409,
  "API_KEY_ALREADY_ROTATED": 409,
  "REQUEST_NOT_FOUND": 404,
  "ORGANIZATION_LIMIT_REACHED": 409,
  "ORGANIZATION_NOT_EMPTY": 409,
  "MEMBER_NOT_FOUND": 404,
  "ALREADY_MEMBER": 409,
  "INVITATION_LIMIT_REACHED": 409,
  "INVITATION_NOT_FOUND": 404,
  "INVITATION_EXPIRED": 410,
  "INSUFFICIENT_CREDITS": 402,
  "INVALID_MODEL": 422,
  "DATASET_NOT_FOUND": 404,
  "DATASET_NOT_READY": 409,
  "DATASET_EXPIRED": 410,
  "WEBHOOK_ENDPOINT_LIMIT_REACHED": 409,
  "WEBHOOK_ENDPOINT_NOT_FOUND": 404,
  "WEBHOOK_ENDPOINT_DISABLED": 409,
  "WEBHOOK_DELIVERY_NOT_FOUND": 404,
  "MODEL_NOT_FOUND": 404,
  "DOWNLOAD_NOT_FOUND": 404,
  "DOWNLOAD_EXPIRED": 410,
  "DOWNLOAD_REVOKED": 410,
  "RANGE_NOT_SATISFIABLE": 416
} as const;

/** The scopes that each role gives in an organization. */
export const roleScopes = {
  "owner": [
    "api_keys:read",
    "api_keys:write",
    "datasets:read",
    "datasets:write",
    "members:read",
    "members:write",
    "models:read",
    "organizations:read",
    "organizations:write",
    "requests:read",
    "usage:read",
    "webhooks:read",
    "webhooks:write"
  ],
  "member": [
    "api_keys:read",
    "api_keys:write",
    "datasets:read",
    "datasets:write",
    "members:read",
    "models:read",
    "organizations:read",
    "requests:read",
    "usage:read"
  ]
} as const;
