// Made by tests/tools/write-style-hash.ts. Not to be edited.

/** SHA-256 over `PAGE_CSS`, in base64. */
export const PAGE_HASH = "hY9JMhvdqZsQTGKDgFn70zYOMsaIN97fyB5Z0qJmPD4=";
