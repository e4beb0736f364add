import type { MandateRegister, RegisteredMandate } from '../ports/mandate-register.ts';

const PATIENCE = 3000;
/** How long an answer is believed: so much later at most is what ended in the register ended here. */
const BELIEVED = 60_000;
const MOST_KEPT = 1000;

interface Kept {
  readonly answer: readonly RegisteredMandate[];
  readonly until: number;
}

/** A register that is asked at most once a minute for each person, and whose silence is `unavailable`. */
export function askedRegister(register: MandateRegister, now: () => number): MandateRegister {
  const kept = new Map<string, Kept>();
  return {
    async mandatesOf(personnummer) {
      const known = kept.get(personnummer);
      if (known && known.until > now()) return known.answer;
      const answer = await Promise.race([
        register.mandatesOf(personnummer).catch(() => 'unavailable' as const),
        new Promise<'unavailable'>((resolve) => setTimeout(() => resolve('unavailable'), PATIENCE).unref())
      ]);
      kept.delete(personnummer);
      if (answer === 'unavailable') return answer;
      const [oldest] = kept.keys();
      if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      kept.set(personnummer, { answer, until: now() + BELIEVED });
      return answer;
    }
  };
}
