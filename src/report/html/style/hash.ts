// Made by tests/tools/write-style-hash.ts. Not to be edited.

/** SHA-256 over `PAGE_CSS`, in base64. */
export const PAGE_HASH = "T1woAIjB3hlLixgsT9Chkf1DNfVFhyUxxC13sDWThyE=";
