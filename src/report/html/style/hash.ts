// Made by tests/tools/write-style-hash.ts. Not to be edited.

/** SHA-256 over `PAGE_CSS`, in base64. */
export const PAGE_HASH = "8/QO95rtLQeTG6ESKoQcKL5qrrSrdDCtoi1IBc1noVU=";
