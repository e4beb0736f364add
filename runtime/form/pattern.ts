import { RE2JS } from 're2js';

export interface LinearPattern {
  readonly test: (text: string) => boolean;
  /** Different for different patterns: ajv keeps one compiled pattern for each text, and shares what looks alike. */
  readonly toString: () => string;
}

/**
 * A pattern of an administrator, compiled by an engine that takes linear time whatever the pattern is. `test` finds it
 * anywhere in the text, as JSON Schema says. Throws when the engine does not take it (back references, look-around).
 */
export function compilePattern(pattern: string): LinearPattern {
  const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
  return { test: (text) => compiled.test(text), toString: () => `/${pattern}/` };
}
