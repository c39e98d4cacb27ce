// Made by tests/tools/write-style-hash.ts. Not to be edited.

/** SHA-256 over `PAGE_CSS`, in base64. */
export const PAGE_HASH = "ow1OJ1yNEFBdou3bWUf+c9F5E0RfZ2GPKU4E4R1K+hE=";
