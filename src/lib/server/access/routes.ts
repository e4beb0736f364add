import type { RouteId } from '$app/types';

/**
 * Who may ask for a route at all. What a route then shows and takes is asked anew of the case, draft, design or organ that its address
 * names (`runtime/access`).
 */
export type Audience =
  /** Everybody; where the address holds a secret (a status link, a payment, a signing), it is that which gives the right. */
  | 'anyone'
  /** Everybody, but a token that is sent must be good for this. */
  | 'anyone-or-cases:open'
  /** Who has logged in. */
  | 'person'
  /** Who has logged in at work, and has a role there or administers the installation. */
  | 'staff'
  /** Who administers the case types of some organ. */
  | 'designer'
  | 'system-administrator'
  /** Another system, by a token for this. */
  | 'cases:read'
  | 'case-types:write'
  | 'people:provision';

/** Every route has its line here; `hooks/access.ts` refuses to everybody one that has none. */
const ROUTES: readonly (readonly [Audience, readonly RouteId[]])[] = [
  [
    'anyone',
    [
      '/(e-tjanst)',
      '/(e-tjanst)/anslagstavla',
      '/(e-tjanst)/betalning/[order]',
      '/(e-tjanst)/demo',
      '/(e-tjanst)/demo/formular',
      '/(e-tjanst)/demo/komponenter',
      '/(e-tjanst)/demo/post',
      '/(e-tjanst)/e-tjanster/[slug]',
      '/(e-tjanst)/e-tjanster/[slug]/ansok/[draft]',
      '/(e-tjanst)/e-tjanster/[slug]/ansok/[draft]/[page]',
      '/(e-tjanst)/e-tjanster/[slug]/ansok/[draft]/fil/[file]',
      '/(e-tjanst)/e-tjanster/[slug]/ansok/[draft]/granska',
      '/(e-tjanst)/e-tjanster/[slug]/ansok/[draft]/sparat',
      '/(e-tjanst)/e-tjanster/[slug]/behover-jag-soka',
      '/(e-tjanst)/e-tjanster/[slug]/blankett',
      '/(e-tjanst)/e-tjanster/[slug]/kvitto',
      '/(e-tjanst)/e-tjanster/[slug]/kvitto/pdf',
      '/(e-tjanst)/mognad',
      '/(e-tjanst)/personuppgifter',
      '/(e-tjanst)/skriv-under/[token]',
      '/(e-tjanst)/skriv-under/[token]/fil/[file]',
      '/(e-tjanst)/status/[token]',
      '/(e-tjanst)/status/[token]/[event]',
      '/(e-tjanst)/status/[token]/betala/[payment]',
      '/(e-tjanst)/status/[token]/nyheter',
      '/(e-tjanst)/tillganglighet',
      '/(identity)/logga-in',
      '/(identity)/logga-in/[way=way]',
      '/(identity)/logga-in/[way=way]/retur',
      '/(identity)/logga-in/bankid',
      '/(identity)/logga-in/bankid/lage',
      '/(identity)/logga-in/bankid/qr.svg',
      '/(identity)/logga-in/bankid/retur',
      '/(identity)/logga-ut',
      '/(identity)/logga-ut/overallt',
      '/(identity)/signera/[order=order]/lage',
      '/(identity)/signera/[order=order]/qr.svg',
      '/(identity)/signera/[order=order]/retur',
      '/.well-known/security.txt',
      '/api/v1/case-types',
      '/api/v1/case-types/[slug]',
      '/api/v1/drafts/[draft]/files',
      '/api/v1/openapi.json',
      '/api/v1/status/[token]',
      '/api/v1/status/[token]/events',
      '/healthz',
      '/karta',
      '/metrics',
      '/readyz'
    ]
  ],
  ['anyone-or-cases:open', ['/api/v1/cases', '/api/v1/drafts']],
  [
    'person',
    [
      '/(identity)/signera/[order=order]',
      '/(mina-sidor)/mina-sidor',
      '/(mina-sidor)/mina-sidor/arenden/[id]',
      '/(mina-sidor)/mina-sidor/arenden/[id]/[event]',
      '/(mina-sidor)/mina-sidor/arenden/[id]/betala/[payment]',
      '/(mina-sidor)/mina-sidor/arenden/[id]/fil/[file]',
      '/(mina-sidor)/mina-sidor/for-vem',
      '/(mina-sidor)/mina-sidor/fullmakter',
      '/(mina-sidor)/mina-sidor/fullmakter/[id]',
      '/(mina-sidor)/mina-sidor/fullmakter/ny',
      '/(mina-sidor)/mina-sidor/skriv-under/[party]'
    ]
  ],
  [
    'staff',
    [
      '/(handlaggning)/handlaggning',
      '/(handlaggning)/handlaggning/arenden/[id]',
      '/(handlaggning)/handlaggning/arenden/[id]/[event]',
      '/(handlaggning)/handlaggning/arenden/[id]/anslag/[notice]',
      '/(handlaggning)/handlaggning/arenden/[id]/fil/[file]',
      '/(handlaggning)/handlaggning/arenden/[id]/ny-part',
      '/(handlaggning)/handlaggning/arenden/[id]/nyheter',
      '/(handlaggning)/handlaggning/fullmakter',
      '/(handlaggning)/handlaggning/nytt',
      '/(handlaggning)/handlaggning/nytt/[draft]',
      '/(handlaggning)/handlaggning/post'
    ]
  ],
  [
    'designer',
    [
      '/(forhandsvisning)/admin/arendetyper/[slug]/formular/forhandsvisning',
      '/(forhandsvisning)/admin/arendetyper/[slug]/formular/forhandsvisning/levande',
      '/(handlaggning)/admin/arendetyper',
      '/(handlaggning)/admin/arendetyper/[slug]',
      '/(handlaggning)/admin/arendetyper/[slug]/andringar',
      '/(handlaggning)/admin/arendetyper/[slug]/bibliotek',
      '/(handlaggning)/admin/arendetyper/[slug]/flode',
      '/(handlaggning)/admin/arendetyper/[slug]/flode/beskrivning',
      '/(handlaggning)/admin/arendetyper/[slug]/flode/beskrivning/bild.svg',
      '/(handlaggning)/admin/arendetyper/[slug]/flode/beskrivning/pdf',
      '/(handlaggning)/admin/arendetyper/[slug]/formular',
      '/(handlaggning)/admin/arendetyper/[slug]/kontroll',
      '/(handlaggning)/admin/arendetyper/[slug]/kontroll/server',
      '/(handlaggning)/admin/arendetyper/[slug]/mallar',
      '/(handlaggning)/admin/arendetyper/[slug]/mallar/innehall',
      '/(handlaggning)/admin/arendetyper/[slug]/mallar/prov',
      '/(handlaggning)/admin/arendetyper/[slug]/oversikt',
      '/(handlaggning)/admin/arendetyper/[slug]/prova',
      '/(handlaggning)/admin/arendetyper/[slug]/publicera',
      '/(handlaggning)/admin/arendetyper/[slug]/publicera/[number]',
      '/(handlaggning)/admin/arendetyper/[slug]/regler',
      '/(handlaggning)/admin/arendetyper/[slug]/texter',
      '/(handlaggning)/admin/arendetyper/[slug]/versioner/[number]',
      '/(handlaggning)/admin/arendetyper/inlasning',
      '/(handlaggning)/admin/arendetyper/nytt'
    ]
  ],
  [
    'system-administrator',
    [
      '/(handlaggning)/admin/(organisation)/andringar',
      '/(handlaggning)/admin/(organisation)/grupper',
      '/(handlaggning)/admin/(organisation)/grupper/[group]',
      '/(handlaggning)/admin/(organisation)/organ',
      '/(handlaggning)/admin/(organisation)/organ/[organ]',
      '/(handlaggning)/admin/(organisation)/organ/[organ]/delegation',
      '/(handlaggning)/admin/(organisation)/personer',
      '/(handlaggning)/admin/(organisation)/personer/[person]',
      '/(handlaggning)/admin/api',
      '/(handlaggning)/admin/jobb'
    ]
  ],
  ['cases:read', ['/api/v1/cases/[id]']],
  [
    'case-types:write',
    ['/api/v1/case-types/[slug]/check', '/api/v1/case-types/[slug]/design', '/api/v1/case-types/[slug]/publish']
  ],
  [
    'people:provision',
    [
      '/scim/v2/Groups',
      '/scim/v2/Groups/[id]',
      '/scim/v2/ResourceTypes/[[id]]',
      '/scim/v2/Schemas/[[id]]',
      '/scim/v2/ServiceProviderConfig',
      '/scim/v2/Users',
      '/scim/v2/Users/[id]'
    ]
  ]
];

const AUDIENCES: ReadonlyMap<string, Audience> = new Map(
  ROUTES.flatMap(([audience, routes]) => routes.map((route) => [route, audience] as const))
);

/** Who may ask for a route; undefined for one that has no line, which nobody may ask for. */
export const audienceOf = (route: string): Audience | undefined => AUDIENCES.get(route);
