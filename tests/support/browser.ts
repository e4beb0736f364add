import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';

/** The browser of this run, which stands ready; what a test file closes of it are its own windows. */
export const openBrowser = (): Promise<Browser> => chromium.connect(inject('browser'));
