const MOST = 20_000;

/** What a pure function gave for its arguments, so that it need not be asked again; forgets all when it is full. */
export class Memory<Key, Given> {
  readonly #known = new Map<Key, Given>();
  readonly #most: number;

  constructor(most = MOST) {
    this.#most = most;
  }

  of(key: Key, give: () => Given): Given {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const given = give();
    if (this.#known.size >= this.#most) this.#known.clear();
    this.#known.set(key, given);
    return given;
  }
}
