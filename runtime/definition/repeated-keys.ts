const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\],]/gs;

interface Level {
  /** The keys of an object so far; null in a list. */
  readonly keys: Set<string> | null;
  place: string | number;
}

/** JSON Pointers of keys that stand twice in one object. `JSON.parse` keeps the last and says nothing, so a state could vanish unseen. The text must be JSON. */
export function repeatedKeys(text: string): string[] {
  const levels: Level[] = [];
  const repeated: string[] = [];
  for (const [token, colon] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') levels.push({ keys: token === '{' ? new Set() : null, place: 0 });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && level && typeof level.place === 'number') level.place += 1;
    else if (colon !== undefined && level?.keys) {
      const key: string = JSON.parse(token.slice(0, -colon.length));
      level.place = key;
      if (level.keys.has(key)) repeated.push(levels.map(({ place }) => `/${escape(String(place))}`).join(''));
      level.keys.add(key);
    }
  }
  return repeated;
}

const escape = (segment: string) => segment.replaceAll('~', '~0').replaceAll('/', '~1');
