const RESERVED = /^(xstate|constructor$|prototype$|toString$)/;

/** Keys made of names: letters that a key may hold, never one that is taken. */
export function keyMaker(taken: Iterable<string>): (name: string, otherwise: string) => string {
  const used = new Set(taken);
  return (name, otherwise) => {
    const plain = name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '')
      .slice(0, 34)
      .replace(/-+$/, '');
    const base = plain === '' || RESERVED.test(plain) ? otherwise : plain;
    let key = base;
    for (let number = 2; used.has(key); number += 1) key = `${base}-${number}`;
    used.add(key);
    return key;
  };
}
