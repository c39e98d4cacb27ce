// Made by tests/tools/write-style-hash.ts. Not to be edited.

/** SHA-256 over `PAGE_CSS`, in base64. */
export const PAGE_HASH = "qRyC8xm/AmCqS3U64OvB6JdAzLE8GD+1Zyo6j1tBKDQ=";
