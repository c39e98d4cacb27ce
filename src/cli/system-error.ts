/** A system error in plain words. */
export function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const plain: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EACCES: "permission denied",
    EPERM: "not permitted",
    EISDIR: "it is a folder",
    ENOSPC: "the disk is full",
    EROFS: "the disk can only be read",
    ENOTDIR: "part of the path is not a folder",
    EEXIST: "it exists already",
    ENAMETOOLONG: "the name is too long",
  };
  return plain[code] ?? (error instanceof Error ? error.message : String(error));
}
