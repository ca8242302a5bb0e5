// Prints the test runner's totals as one plain line: `N passed, N failed, N skipped`.
import { existsSync, readFileSync } from 'node:fs';

const [file, status] = process.argv.slice(2);
if (!existsSync(file)) {
  // Types or lint stopped the run before the first test.
  console.log('0 passed, 1 failed');
} else {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  // A file that cannot be loaded fails without a failed test in it.
  const failed = numFailedTests === 0 && status !== '0' ? Math.max(1, numFailedTestSuites) : numFailedTests;
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
  console.log(`${numPassedTests} passed, ${failed} failed${skipped}`);
}
