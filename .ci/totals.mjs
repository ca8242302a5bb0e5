// Prints the totals of several runs of the test runner as one plain line: `N passed, N failed, N skipped`.
// Parameters: the file of results and the exit status of each run, in pairs.
import { existsSync, readFileSync } from 'node:fs';

const total = { passed: 0, failed: 0, skipped: 0 };
const parameters = process.argv.slice(2);
for (let at = 0; at < parameters.length; at += 2) {
  const { passed, failed, skipped } = totalsOf(parameters[at], parameters[at + 1]);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);

function totalsOf(file, status) {
  // Types, lint or an installation stopped the run before the first test.
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  // A file that cannot be loaded fails without a failed test in it.
  const failed = numFailedTests === 0 && status !== '0' ? Math.max(1, numFailedTestSuites) : numFailedTests;
  return { passed: numPassedTests, failed, skipped: numPendingTests };
}
