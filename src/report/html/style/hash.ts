// Made by tests/tools/write-style-hash.ts. Not to be edited.

/** SHA-256 over `PAGE_CSS`, in base64. */
export const PAGE_HASH = "cR6WJZNR0uEAKW8Mz/hp+IVN1Ng190EBUVVCGYG400s=";
