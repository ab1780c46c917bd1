// The milliseconds that inkjs takes to compile an ink file, and the bytes it came to need.
'use strict';
const { Compiler } = require(require.resolve('inkjs/full', { paths: [process.cwd()] }));
const source = require('fs').readFileSync(process.argv[2], 'utf8');
const began = performance.now();
new Compiler(source).Compile();
console.log(performance.now() - began, process.resourceUsage().maxRSS * 1024);
