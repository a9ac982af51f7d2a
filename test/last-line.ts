// Prints the very last line of a test run: `N passed, N failed`.
import type { Reporter, TestModule } from 'vitest/node';

export default class LastLine implements Reporter {
  #passed = 0;
  #failed = 0;

  onInit(): void {
    process.once('exit', (code) => {
      // Something else went wrong: a setup that threw, a file that could not be read, no test at all.
      if (code !== 0 && this.#failed === 0) this.#failed = 1;
      process.stdout.write(`${this.#passed} passed, ${this.#failed} failed\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules) {
      const states = Array.from(module.children.allTests(), (test) => test.result().state);
      const failed = states.filter((state) => state === 'failed').length;
      this.#passed += states.filter((state) => state === 'passed').length;
      // A file that could not be loaded, or a hook that threw, fails without any of its tests failing.
      this.#failed += failed === 0 && module.state() === 'failed' ? 1 : failed;
    }
  }
}
