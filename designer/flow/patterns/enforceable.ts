import { refuse } from '#runtime/errors/refusal.ts';
import { appealTime } from './appeal-time.ts';
import { onWay } from './define.ts';

/**
 * The case waits until its beslut may be carried out, which is when the appeal time is out (FL 35 §). A beslut that members may
 * have tried (laglighetsprövning) may be carried out at once (KL 13:14), which is then noted on it, and nothing waits.
 */
export const enforceable = onWay('beslut', {
  key: 'enforceable',
  settings: [],
  build: ({ kit, spot }) => {
    const { kind } = kit.appeal;
    if (kind === 'laglighetsprovning') {
      const list = spot.state.config.on?.[spot.name];
      const first = `/flow${spot.state.pointer}/on/${spot.name}${Array.isArray(list) ? '/0' : ''}/meta/beslut/enforceableAtOnce`;
      kit.put(first, { ground: 'statute', statute: { sfs: '2017:725', paragraph: '13 kap. 14 §' } });
      return spot.target;
    }
    if (kind !== 'forvaltningsbesvar') return refuse('pattern.no_appeal');
    const wait = kit.key('state', 'vantar-verkstallbar');
    kit.state(
      wait,
      {
        title: ['Väntar tills beslutet får verkställas', 'Waiting until the decision may be carried out'],
        status: [
          'Beslutet är fattat. Det får genomföras när tiden för att överklaga har gått ut.',
          'The decision is made. It may be carried out when the time to appeal is out.'
        ]
      },
      appealTime(kit, { next: spot.target, more: { untilEnforceable: true } })
    );
    return wait;
  }
});
