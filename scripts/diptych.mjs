#!/usr/bin/env node
// The command `diptych`: builds what changed, then runs it. `npm start` is `diptych start`.
import { buildIfChanged } from './build.mjs';

buildIfChanged();
await import('../dist/server/main.js');
