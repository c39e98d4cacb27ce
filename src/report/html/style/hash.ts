// Made by tests/tools/write-style-hash.ts. Not to be edited.

/** SHA-256 over `PAGE_CSS`, in base64. */
export const PAGE_HASH = "0dnIi5/3olmbv9y1ClH+afIA0KSn+HiFCWn6Eah7YkM=";
