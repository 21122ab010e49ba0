#!/usr/bin/env node
// The launcher: says clearly when Node.js is too old or the program is not built, then hands over to dist/.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `error: licensectl needs Node.js 20.19 or later; this is ${process.versions.node}.\n` +
      'hint: install a current Node.js release and try again.\n',
  );
  process.exitCode = 1;
} else {
  import('../dist/entry.js').catch((error) => {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    process.stderr.write(
      'error: licensectl is not built, or its installation is incomplete.\nhint: run `npm run build` in its folder, or install it again.\n',
    );
    process.exitCode = 1;
  });
}
