import base from "./tests/config/vitest.config.ts";
export default (env: any) => { const c = (base as any)(env); c.test.setupFiles = ["tests/config/setup.ts", "/tmp/f-cfg/setup.ts"]; return c; };
