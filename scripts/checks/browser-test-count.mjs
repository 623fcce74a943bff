import { writeFileSync } from 'node:fs';

/**
 * A reporter for web-test-runner that leaves the number of tests in a file: its own reporters count files.
 *
 * @param {string} file
 * @returns {import('@web/test-runner').Reporter}
 */
export function browserTestCount(file) {
  return {
    onTestRunFinished({ sessions }) {
      const tests = sessions.flatMap((session) => testsOf(session.testResults));
      const broken = sessions.filter(
        (session) => !session.passed && testsOf(session.testResults).every(({ passed }) => passed),
      );
      const passed = tests.filter((test) => test.passed && !test.skipped).length;
      const failed = tests.filter((test) => !test.passed && !test.skipped).length + broken.length;
      writeFileSync(file, JSON.stringify({ passed, failed }));
    },
  };
}

/**
 * @param {import('@web/test-runner').TestSuiteResult | undefined} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
function testsOf(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}
